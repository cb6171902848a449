import type { Plugin } from 'payload'
import { provide } from '../../src/integrations.ts'
import { localCalendar, localEmail, localSms } from './adapter.ts'
import { calendarEvents } from './calendar-events.ts'
import { outboxMessages } from './outbox-messages.ts'

export type LocalOptions = {
  /** Keep the tables, so that migrations stay the same, but offer no port. Default: false. */
  disabled?: boolean
}

/**
 * E-mail, SMS and calendars that stay in our own database: what a product without a single key
 * runs on. Put it before the plugins of real providers, which replace its ports one by one.
 */
export const local =
  ({ disabled = false }: LocalOptions = {}): Plugin =>
  (config) => {
    const collections = [...(config.collections ?? []), outboxMessages, calendarEvents]
    const stored = { ...config, collections }
    if (disabled) return stored
    return provide(stored, { email: localEmail, sms: localSms, calendar: localCalendar })
  }
