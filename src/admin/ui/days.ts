import { localDayWords } from '../../domain/words/day-words.ts'
import { panelLocale } from './panel-locale.ts'

/** `count` local dates `YYYY-MM-DD` from `from` on. */
export const datesFrom = (from: string, count: number): string[] => {
  const start = Date.parse(`${from}T00:00:00Z`)
  return Array.from({ length: count }, (_, day) =>
    new Date(start + day * 86_400_000).toISOString().slice(0, 10),
  )
}

/** `Mon` and `23 Nov` of a local date. */
export const dateWords = (date: string): { weekday: string; day: string } => {
  const { weekday, dayAndMonth } = localDayWords(date, panelLocale())
  return { weekday, day: dayAndMonth }
}
