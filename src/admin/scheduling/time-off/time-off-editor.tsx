'use client'
import { useRouter } from 'next/navigation.js'
import { useCommand } from '../../bookings/use-command.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import type { Away, TimeOffDraft } from './time-off-draft.ts'
import { TimeOffForm } from './time-off-form.tsx'

type TimeOffEditorProps = {
  admin: string
  id: string
  initial: TimeOffDraft
  choices: readonly Away[]
  mayEdit: boolean
  maySeeVisits: boolean
}

/** One absence on a page of its own: change it, or take it back. */
export const TimeOffEditor = (props: TimeOffEditorProps) => {
  const { admin, id, mayEdit } = props
  const router = useRouter()
  const { run, busy, errors } = useCommand()
  const list = `${admin}/collections/unavailabilities`
  const remove = async () => {
    const path = `/api/unavailabilities/${id}`
    const success = 'The time off is deleted, and the time is free again.'
    if (await run({ path, method: 'DELETE', success })) router.push(list)
  }
  return (
    <section className="fb-card fb-time-off">
      <TimeOffForm {...props} onSaved={() => (id ? router.refresh() : router.push(list))} />
      {id && mayEdit ? (
        <div className="fb-card__body">
          <RefusalNote errors={errors} />
          <button
            className="fb-button fb-button--danger"
            disabled={busy}
            onClick={() => void remove()}
            type="button"
          >
            Delete this time off
          </button>
        </div>
      ) : null}
    </section>
  )
}
