'use client'
import { Glyph } from '../../ui/glyph.tsx'
import { useBoardContext } from './board-context.ts'

/** Under a name, while a visit is carried: why this person can never take it. */
export const CannotNote = ({ person }: { person: string }) => {
  const reason = useBoardContext().cannot.get(person)
  return reason ? (
    <p className="fb-row-head__cannot" title={reason}>
      <Glyph name="slash" size={12} /> {reason}
    </p>
  ) : null
}
