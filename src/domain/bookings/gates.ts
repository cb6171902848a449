export type GateState = 'declined' | 'expired' | 'not_required' | 'open' | 'passed' | 'rejected'

export type Gates = { approval: GateState; customer: GateState; deposit: GateState }

type GateVisit = {
  status: string
  acceptance: string
  method?: string | null | undefined
}

/** The gates of a new booking: approval alone, until customers confirm and pay deposits. */
export const openingGates = (facts: { requiresApproval: boolean }): Gates => ({
  approval: facts.requiresApproval ? 'open' : 'not_required',
  customer: 'not_required',
  deposit: 'not_required',
})

/** Whether every gate but the fieldworkers' answers is closed. */
export const isOpenToAnswers = (gates: Partial<Record<keyof Gates, string | null>>): boolean =>
  [gates.approval, gates.customer, gates.deposit].every(
    (gate) => !gate || gate === 'not_required' || gate === 'passed',
  )

/** Whether a visit's own answer is given, or none is asked (DOMAIN V3). */
export const isAnswered = ({ acceptance, method }: GateVisit): boolean =>
  acceptance === 'accepted' ||
  acceptance === 'not_required' ||
  (acceptance === 'unassigned' && (!method || method === 'direct'))

/** Whether the last gate has closed, so that a pending booking confirms itself. */
export const isReadyToConfirm = (
  gates: Partial<Record<keyof Gates, string | null>>,
  visits: readonly GateVisit[],
): boolean =>
  isOpenToAnswers(gates) &&
  visits.filter(({ status }) => status === 'pending' || status === 'confirmed').every(isAnswered)
