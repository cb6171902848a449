import type { LoginState } from '../../../domain/people/login-state.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'

const looks: Record<LoginState, { label: string; tone: string; glyph: GlyphName }> = {
  none: { label: 'No login', tone: 'gray', glyph: 'slash' },
  off: { label: 'Login off', tone: 'gray', glyph: 'personOff' },
  'not-invited': { label: 'Not invited yet', tone: 'yellow', glyph: 'mail' },
  invited: { label: 'Invited', tone: 'blue', glyph: 'mail' },
  active: { label: 'Active', tone: 'green', glyph: 'check' },
}

/** How far somebody's login is. */
export const LoginPill = ({ state }: { state: LoginState }) => {
  const { label, tone, glyph } = looks[state]
  return (
    <span className={`fb-pill fb-pill--${tone}`}>
      <Glyph name={glyph} size={14} /> {label}
    </span>
  )
}
