'use client'
import { useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { PersonLogin } from './load-person.ts'
import { LoginPill } from './login-pill.tsx'

type LoginCardProps = {
  person: string
  name: string
  /** The address on file, where the invitation would go. */
  email: string
  login: PersonLogin
  zone: string
  mayGive: boolean
}

const sentences: Record<PersonLogin['state'], string> = {
  none: 'Can’t sign in. The office answers offers for them.',
  off: 'Can’t sign in: the login is switched off.',
  'not-invited': 'Has a login, but no invitation has been sent.',
  invited: 'Invited, and hasn’t signed in yet.',
  active: 'Signs in to the field pages.',
}

/** Whether somebody can sign in, and the one or two things that can be done about it. */
export const LoginCard = ({ person, name, email, login, zone, mayGive }: LoginCardProps) => {
  const { run, busy, errors } = useCommand()
  const [address, setAddress] = useState(email)
  const { state, user } = login
  const button = (label: string, onClick: () => Promise<boolean>, isDisabled = false) => (
    <button
      className="fb-button"
      disabled={busy || isDisabled}
      onClick={() => void onClick()}
      type="button"
    >
      {label}
    </button>
  )
  const give = () =>
    run({
      path: `/api/fieldworkers/${person}/login`,
      body: state === 'none' ? { email: address } : {},
      success: `We’ve emailed ${name} an invitation.`,
    })
  const invite = () =>
    run({ path: `/api/users/${user}/invite`, success: `We’ve emailed ${name} an invitation.` })
  const sendLink = () =>
    run({ path: `/api/users/${user}/password-link`, success: `We’ve emailed ${name} a link.` })
  const switchOff = () =>
    run({
      path: `/api/users/${user}`,
      method: 'PATCH',
      body: { active: false },
      success: `${name} can’t sign in any more.`,
    })

  return (
    <section aria-labelledby="login-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="login-heading">Login</h2>
        <LoginPill state={state} />
      </div>
      <div className="fb-card__body">
        <p>
          {sentences[state]}
          {login.email ? ` ${login.email}.` : ''}
          {login.lastSeenAt ? ` Last signed in ${momentIn(login.lastSeenAt, zone)}.` : ''}
        </p>
        <RefusalNote errors={errors} />
        {mayGive && state === 'none' ? (
          <label className="fb-field">
            <span>Email for the invitation</span>
            <input
              autoComplete="off"
              className="fb-input"
              onChange={(event) => setAddress(event.target.value)}
              type="email"
              value={address}
            />
          </label>
        ) : null}
        {mayGive ? (
          <div className="fb-row">
            {state === 'none' ? button('Give a login', give, address.trim() === '') : null}
            {state === 'off' ? button('Switch the login on', give) : null}
            {state === 'not-invited' ? button('Send the invitation', invite) : null}
            {state === 'invited' ? button('Invite again', invite) : null}
            {state === 'active' ? button('Send a password link', sendLink) : null}
            {state === 'none' || state === 'off' ? null : button('Switch the login off', switchOff)}
          </div>
        ) : null}
      </div>
    </section>
  )
}
