import { Glyph } from './glyph.tsx'
import { acceptanceLooks, type Look, progressLooks, statusLook } from './status-looks.ts'

/** A word with its colour and sign. */
export const Pill = ({ label, tone, glyph }: Look) => (
  <span className={`fb-pill fb-pill--${tone}`}>
    <Glyph name={glyph} size={13} />
    {label}
  </span>
)

/** Status of a booking or visit: words, colour and sign, never colour alone. */
export const StatusPill = ({ status }: { status: string }) => <Pill {...statusLook(status)} />

/** Whether the person has agreed to the visit. */
export const AcceptancePill = ({ acceptance }: { acceptance: string }) => {
  const look = acceptanceLooks[acceptance]
  return look ? <Pill {...look} /> : null
}

/** How far the work on site is; nothing before it begins. */
export const ProgressPill = ({ progress }: { progress: string }) => {
  const look = progressLooks[progress]
  return look ? <Pill {...look} /> : null
}
