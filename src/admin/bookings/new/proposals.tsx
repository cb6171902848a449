'use client'
import { useRouter } from 'next/navigation.js'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { momentIn } from '../../ui/zoned-time.ts'
import type { VisitView } from '../page/booking-view.ts'
import { useCommand } from '../use-command.ts'

/** Times that whoever declined proposed; taking one moves the visit there and makes it theirs. */
export const Proposals = ({ visit }: { visit: VisitView }) => {
  const { run, busy, errors } = useCommand()
  const router = useRouter()
  const take = async ({ offer, start, person }: VisitView['proposals'][number]) => {
    const path = `/api/appointments/${visit.id}/accept-alternative`
    const success = `Moved to ${momentIn(start, visit.timezone)}, ${person} has it.`
    if (await run({ path, body: { offer, start }, success })) router.refresh()
  }
  return (
    <div className="fb-proposals">
      <span className="fb-hint">Could come at another time:</span>
      {visit.proposals.map((proposal) => (
        <button
          className="fb-button fb-button--small"
          disabled={busy}
          key={`${proposal.offer}${proposal.start}`}
          onClick={() => void take(proposal)}
          type="button"
        >
          {proposal.person}, {momentIn(proposal.start, visit.timezone)}
        </button>
      ))}
      <RefusalNote errors={errors} />
    </div>
  )
}
