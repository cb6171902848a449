'use client'
import { useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { teamWord } from '../../ui/team-word.ts'
import type { PersonDraft } from './person-draft.ts'

type StandingCardProps = {
  id: string
  person: Pick<PersonDraft, 'active' | 'blocked' | 'name'>
  removed: boolean
}

const standingWords = ({ active, blocked }: StandingCardProps['person'], removed: boolean) => {
  if (removed) return 'Removed from the team. Past bookings keep the name.'
  if (blocked) return 'Blocked: keeps the work they have and gets no new work.'
  return active ? 'Active: can be given work.' : 'Inactive: gets no new work.'
}

/** Whether somebody gets work: retire, block, remove, and each of them back again. */
export const StandingCard = ({ id, person, removed }: StandingCardProps) => {
  const { run, busy, errors, clear } = useCommand()
  const [asks, setAsks] = useState(false)
  const { name, active, blocked } = person
  const save = (body: object, success: string) =>
    run({
      path: `/api/fieldworkers/${id}${removed ? '?trash=true' : ''}`,
      method: 'PATCH',
      body,
      success,
    })
  const close = () => {
    clear()
    setAsks(false)
  }
  const remove = async () => {
    const isDone = await save({ deletedAt: new Date().toISOString() }, `${name} is removed.`)
    if (isDone) close()
  }
  const button = (label: string, body: object, success: string) => (
    <button
      className="fb-button"
      disabled={busy}
      onClick={() => void save(body, success)}
      type="button"
    >
      {label}
    </button>
  )

  return (
    <section aria-labelledby="standing-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="standing-heading">Status</h2>
      </div>
      <div className="fb-card__body">
        <p>{standingWords(person, removed)}</p>
        {asks ? null : <RefusalNote errors={errors} />}
        <div className="fb-row">
          {removed ? (
            button('Restore', { deletedAt: null }, `${name} is back on the team.`)
          ) : (
            <>
              {active
                ? button('Make inactive', { active: false }, `${name} gets no new work.`)
                : button('Make active', { active: true }, `${name} can be given work.`)}
              {blocked
                ? button('Unblock', { blocked: false }, `${name} can be given work.`)
                : button('Block', { blocked: true }, `${name} gets no new work.`)}
              <button
                className="fb-button fb-button--danger"
                onClick={() => setAsks(true)}
                type="button"
              >
                Remove…
              </button>
            </>
          )}
        </div>
      </div>
      <Dialog onClose={close} open={asks} title={`Remove ${name}?`}>
        <div className="fb-dialog__body">
          <RefusalNote errors={errors} />
          <p>
            Past bookings keep the name. {teamWord().titles} with open bookings can’t be removed:
            make them inactive instead.
          </p>
          <div className="fb-row fb-row--end">
            <button className="fb-button" onClick={close} type="button">
              Keep {name}
            </button>
            <button
              className="fb-button fb-button--danger"
              disabled={busy}
              onClick={() => void remove()}
              type="button"
            >
              Remove
            </button>
          </div>
        </div>
      </Dialog>
    </section>
  )
}
