import { stalePlanSchema } from '../../../contracts/scheduling/routes.ts'
import type { Refusal } from '../../ui/call-api.ts'

/** Which visits have changed since a plan was made, so that it can no longer be applied. */
export const StaleVisits = ({ errors }: { errors: readonly Refusal[] }) => {
  const changed = errors.flatMap(({ details }) => {
    const read = stalePlanSchema.safeParse(details)
    return read.success ? read.data.changed : []
  })
  if (changed.length === 0) return null
  return (
    <ul aria-label="Changed since the plan was made" className="fb-plan__stops">
      {changed.map(({ id, number, what }) => (
        <li key={id}>
          <strong>{number}</strong> {what}
        </li>
      ))}
    </ul>
  )
}
