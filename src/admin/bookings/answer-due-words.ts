import { momentIn } from '../ui/zoned-time.ts'

/** By when an offer has to be answered, and whether that is late already. */
export const answerDueWords = (
  { at, isLate }: { at: string; isLate: boolean },
  zone: string,
): string => `${isLate ? 'Late: answer due' : 'Answer due'} ${momentIn(at, zone)}`
