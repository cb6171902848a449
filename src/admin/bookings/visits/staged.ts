import type { AnswerVerb } from '../page/booking-view.ts'

export type Staged = Record<string, AnswerVerb>
