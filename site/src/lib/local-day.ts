import { isCalendarDay } from '../../../src/domain/scheduling/local-date.ts'
import { calendarDay, localDayWords } from '../../../src/domain/words/day-words.ts'
import { siteLocale } from './site-locale.ts'

/** A calendar day, `YYYY-MM-DD`, without clock or zone. */
export type LocalDay = string

/** The day it is at that instant in that zone. */
export const dayOf = (at: string | number, timezone: string): LocalDay => calendarDay(at, timezone)

const noon = (day: LocalDay) => new Date(`${day}T12:00:00Z`)

export const addDays = (day: LocalDay, days: number): LocalDay =>
  new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const isLocalDay = (value: string): value is LocalDay => isCalendarDay(value)

const words = (day: LocalDay) => localDayWords(day, siteLocale())

export const weekday = (day: LocalDay) => words(day).weekday
export const dayOfMonth = (day: LocalDay) => words(day).dayOfMonth
export const month = (day: LocalDay) => words(day).month
/** "24 November 2026". */
export const fullDate = (day: LocalDay) => words(day).fullDate
/** "Tuesday 24 November". */
export const fullDay = (day: LocalDay) => words(day).fullDay
