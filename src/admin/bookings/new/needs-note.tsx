import { panelLocale } from '../../ui/panel-locale.ts'
import { listWords } from '../../../domain/words/list-words.ts'
import { type Need, type StepKey, stepKeys, stepTitle } from './still-needed.ts'

/** What is missing in one step, in words; empty where nothing is. */
export const missingWords = (needs: readonly Need[], step: StepKey): string =>
  listWords(
    needs.filter((need) => need.step === step).map(({ what }) => what),
    panelLocale(),
  )

/** What the booking still needs, step by step. */
export const NeedsNote = ({ needs }: { needs: Need[] }) => {
  const steps = stepKeys.filter((step) => needs.some((need) => need.step === step))
  if (steps.length === 0) return null
  return (
    <div className="fb-needs">
      <p className="fb-strong">Still needed</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <span className="fb-muted">{stepTitle(step)}:</span> {missingWords(needs, step)}
          </li>
        ))}
      </ul>
    </div>
  )
}
