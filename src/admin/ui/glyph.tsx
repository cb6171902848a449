import { type IconName, iconPaths } from '../../domain/words/icon-paths.ts'

export type GlyphName = IconName

/** A line icon in the text's colour; decoration only, so hidden from screen readers. */
export const Glyph = ({ name, size = 16 }: { name: GlyphName; size?: number }) => (
  <svg
    aria-hidden="true"
    className="fb-glyph"
    fill="none"
    height={size}
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="2"
    viewBox="0 0 24 24"
    width={size}
  >
    <path d={iconPaths[name]} />
  </svg>
)
