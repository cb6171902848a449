import type { Draft } from './render.ts'

const firstWhenIn = ({ details }: Draft) => details.findIndex(([label]) => label === 'When')

/** The few words that fit a text message, without any word a carrier takes for an opt-out. */
export const smsOf = (draft: Draft): string =>
  [
    `${draft.heading}.`,
    ...draft.details
      .filter(([label], at) => label === 'Booking' || at === firstWhenIn(draft))
      .map(([label, value]) => (label === 'Booking' ? `${label} ${value}.` : value)),
    ...draft.actions.slice(0, 1).map(({ href }) => href),
  ].join(' ')
