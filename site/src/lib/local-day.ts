import { isCalendarDay } from '../../../src/domain/scheduling/local-date.ts'
import { dateFormat } from './date-format.ts'

/** A calendar day, `YYYY-MM-DD`, without clock or zone. */
export type LocalDay = string

/** The day it is at that instant in that zone. */
export const dayOf = (at: string | number, timezone: string): LocalDay =>
  dateFormat('en-CA', { timeZone: timezone }).format(new Date(at))

const noon = (day: LocalDay) => new Date(`${day}T12:00:00Z`)

export const addDays = (day: LocalDay, days: number): LocalDay =>
  new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)

export const isLocalDay = (value: string): value is LocalDay => isCalendarDay(value)

const words = (day: LocalDay, options: Intl.DateTimeFormatOptions) =>
  dateFormat('en-AU', { timeZone: 'UTC', ...options }).format(noon(day))

export const weekday = (day: LocalDay) => words(day, { weekday: 'short' })
export const dayOfMonth = (day: LocalDay) => words(day, { day: 'numeric' })
export const month = (day: LocalDay) => words(day, { month: 'short' })
/** "24 November 2026". */
export const fullDate = (day: LocalDay) =>
  words(day, { day: 'numeric', month: 'long', year: 'numeric' })
export const fullDay = (day: LocalDay) =>
  words(day, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
