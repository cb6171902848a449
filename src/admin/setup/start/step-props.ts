import type { StartDraft } from './start-draft.ts'

export type StepProps = {
  draft: StartDraft
  onChange: (part: Partial<StartDraft>) => void
}
