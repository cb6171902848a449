import type { Adapter, EffectContext, Outcome } from './outcome.ts'

export type EmailAttachment = { filename: string; contentType: string; content: string }

export type EmailMessage = {
  /** `Name <address>`. */
  from: string
  to: string
  replyTo?: string
  subject: string
  html: string
  text: string
  attachments: EmailAttachment[]
}

export type EmailPort = Adapter & {
  send(message: EmailMessage, context: EffectContext): Promise<Outcome<{ messageId: string }>>
}
