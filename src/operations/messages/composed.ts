import type { CalendarEvent } from '../../ports/calendar.ts'
import type { EmailMessage } from '../../ports/email.ts'
import type { SmsMessage } from '../../ports/sms.ts'

/** What a delivery comes to at the moment it is sent. */
export type Composed =
  | { kind: 'drop'; reason: string }
  | { kind: 'email'; message: EmailMessage }
  | { kind: 'sms'; message: SmsMessage }
  | { kind: 'upsert'; fieldworker: string; event: CalendarEvent }
  | { kind: 'remove'; fieldworker: string; key: string }
