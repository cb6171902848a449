import type { AnswerVerb } from '../page/booking-view.ts'

type AnswerWords = { one: string; all: string; becomes: string; success: (count: number) => string }

const rows = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)

/** The three answers staff give on behalf, in words. */
export const answerWords: Record<AnswerVerb, AnswerWords> = {
  accept: {
    one: 'Accept',
    all: 'Accept all',
    becomes: 'will be accepted',
    success: (count) => `Accepted ${rows(count)}.`,
  },
  decline: {
    one: 'Decline',
    all: 'Decline all',
    becomes: 'will be declined',
    success: (count) => `Declined ${rows(count)}.`,
  },
  pend: {
    one: 'Convert to pending',
    all: 'Convert all to pending',
    becomes: 'will wait for an answer again',
    success: (count) => `Asked again for ${rows(count)}.`,
  },
}
