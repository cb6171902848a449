'use client'
import type { RouteProposal } from '../../../contracts/scheduling/routes.ts'
import { teamWord } from '../../ui/team-word.ts'

/** Who gets a message when a plan is applied. */
export const PlanTold = ({ proposal: { told, changes } }: { proposal: RouteProposal }) => {
  if (changes === 0) return null
  const { customers, fieldworkers } = told
  return (
    <section aria-label="Who will be notified">
      <h3 className="fb-subhead">Who will be notified</h3>
      <dl className="fb-plan__told">
        <dt>{teamWord().titles}</dt>
        <dd>{fieldworkers.join(', ')}</dd>
        <dt>Customers</dt>
        <dd>{customers.length > 0 ? customers.join(', ') : 'None: every visit keeps its time.'}</dd>
      </dl>
    </section>
  )
}
