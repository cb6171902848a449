'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { Glyph, type GlyphName } from '../ui/glyph.tsx'

type NavLinkProps = {
  href: string
  label: string
  icon: GlyphName
  shortcut?: string
  /** Lit on this very page only, not on those below it. */
  exact?: boolean
}

/** One link of the side bar; the current page is lit and announced. */
export const NavLink = ({ href, label, icon, shortcut, exact }: NavLinkProps) => {
  const path = usePathname()
  const current = exact ? path === href : path === href || path.startsWith(`${href}/`)
  return (
    <Link
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className="fb-nav__link"
      href={href}
    >
      <Glyph name={icon} />
      <span>{label}</span>
      {shortcut ? <kbd aria-hidden="true">{shortcut}</kbd> : null}
    </Link>
  )
}
