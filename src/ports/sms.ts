import type { Adapter, EffectContext, Outcome } from './outcome.ts'

export type SmsMessage = {
  /** E.164. */
  to: string
  body: string
}

export type SmsPort = Adapter & {
  send(message: SmsMessage, context: EffectContext): Promise<Outcome<{ messageId: string }>>
  /** Whether the message of this key went out; asked before an unknown outcome is repeated. */
  find(key: string): Promise<Outcome<{ messageId: string } | null>>
}
