import type { EmailMessage } from '../../src/ports/email.ts'
import type { ErrorInfo, Outcome } from '../../src/ports/outcome.ts'
import type { SmsMessage } from '../../src/ports/sms.ts'

export const provider = 'local'

export type OutboxRow = {
  channel: 'email' | 'sms'
  to: string
  from: string | null
  subject: string | null
  text: string
  html: string | null
  attachments: EmailMessage['attachments']
}

export const rowOfEmail = ({
  to,
  from,
  subject,
  text,
  html,
  attachments,
}: EmailMessage): OutboxRow => ({
  channel: 'email',
  to,
  from,
  subject,
  text,
  html,
  attachments,
})

export const rowOfSms = ({ to, body }: SmsMessage): OutboxRow => ({
  channel: 'sms',
  to,
  from: null,
  subject: null,
  text: body,
  html: null,
  attachments: [],
})

/** SQLSTATE classes in which the statement certainly did nothing but might next time. */
const passing = new Set(['40', '53', '55', '57'])

/** The connection ended, maybe between the commit and its answer. */
const isCutOff = (code: string): boolean =>
  code.startsWith('08') || code === '57P01' || code === '57P02'

/** A failure of our own database in the words of the ports. */
export const outcomeOfError = (error: unknown): Outcome<never> => {
  const code = codeOf(error)
  const detail: ErrorInfo = { provider, message: 'The local outbox could not be written.' }
  if (code) detail.providerCode = code
  if (code === undefined || isCutOff(code)) return { kind: 'unknown', detail }
  if (!passing.has(code.slice(0, 2))) return { kind: 'permanent', code: 'invalid', detail }
  return { kind: 'retry', reason: 'unavailable', detail }
}

const codeOf = (error: unknown): string | undefined => {
  for (let cause = error, depth = 0; cause && depth < 6; depth++) {
    const { code, cause: next } = cause as { code?: unknown; cause?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
    cause = next
  }
  return undefined
}
