import { initialsOf } from '../../../domain/words/initials.ts'

/** Somebody's initials in a ring of their colour; decoration beside their name. */
export const Avatar = ({ name, colour }: { name: string; colour: string | undefined }) => (
  <span aria-hidden="true" className="fb-avatar" style={{ borderColor: colour }}>
    {initialsOf(name)}
  </span>
)
