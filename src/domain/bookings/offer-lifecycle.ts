import { defineLifecycle, type Transition } from '../lifecycle.ts'

export const offerStates = [
  'pending',
  'accepted',
  'declined',
  'withdrawn',
  'superseded',
  'expired',
] as const

export type OfferState = (typeof offerStates)[number]

const by = (to: OfferState): Transition<OfferState> => ({ to, who: ['system'] })

/** An offer to one fieldworker; the answer is given on the visit and recorded here. */
export const offerLifecycle = defineLifecycle<OfferState>({
  name: 'offer',
  states: offerStates,
  initial: ['pending', 'accepted', 'declined'],
  table: {
    pending: {
      accept: by('accepted'),
      decline: by('declined'),
      withdraw: by('withdrawn'),
      supersede: by('superseded'),
      expire: by('expired'),
    },
    accepted: { decline: by('declined'), withdraw: by('withdrawn') },
    declined: {},
    withdrawn: {},
    superseded: {},
    expired: {},
  },
})
