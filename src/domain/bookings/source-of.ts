import { isSelfBooker } from './office.ts'

/**
 * Where a new booking comes from: who books and the door they came through say so. `claimed` counts
 * for programs alone, which may be somebody's assistant.
 */
export const sourceOf = (
  actor: { kind: string },
  { channel, claimed }: { channel: string; claimed?: string | null | undefined },
) => {
  if (actor.kind === 'api-key') return claimed === 'ai-agent' ? 'ai-agent' : 'api'
  if (actor.kind === 'fieldworker') return 'fieldworker'
  if (isSelfBooker(actor)) return channel === 'widget' ? 'widget' : 'portal'
  return 'manual'
}
