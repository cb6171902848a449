'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'

type RailLinkProps = {
  href: string
  label: string
  icon: GlyphName
  /** Lit on this very page only, not on those below it. */
  exact?: boolean
  /** Pages elsewhere that belong to it, with those below them. */
  also?: readonly string[]
  /** Drawn as the button of the rail. */
  isMain?: boolean
}

/** One link of the rail; the current page is lit and announced. */
export const RailLink = ({ href, label, icon, exact, also = [], isMain }: RailLinkProps) => {
  const path = usePathname()
  const isIn = (page: string) => path === page || path.startsWith(`${page}/`)
  const current = path === href || (!exact && isIn(href)) || also.some(isIn)
  return (
    <Link
      aria-current={current ? 'page' : undefined}
      className={isMain ? 'fb-rail__link fb-rail__main' : 'fb-rail__link'}
      href={href}
      prefetch={false}
      title={label}
    >
      <Glyph name={icon} size={18} />
      <span className="fb-rail__word">{label}</span>
    </Link>
  )
}
