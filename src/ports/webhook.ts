import type { EffectContext, Outcome } from './outcome.ts'

/** One call of a provider, as it was sent. */
export type WebhookCall = {
  /** The body in UTF-8, byte for byte what the provider signed. */
  body: string
  headers: Headers
  /** The public address that was called, query included. */
  url: string
}

export type WebhookEvent = {
  /** The provider's own id: a repeat of the event has the same one. */
  id: string
  type: string
  /** What the handler needs; stored as it is. */
  body: string
}

/** `ignored` is for types that the provider sends and the product does not use. */
export type Handled = 'done' | 'ignored'

/**
 * A provider that calls `POST /api/webhooks/<name>`. Calls are at least once and in any order.
 * `Request` is what the handler writes with.
 */
export type WebhookProvider<Request> = {
  /** Last part of the address, kebab-case. */
  name: string
  /** The text to answer where the call only asks whether the address is ours; else null. */
  challenge?(call: WebhookCall): string | null
  /** Whether the call comes from the provider, recently and unchanged. */
  verify(call: WebhookCall): Promise<boolean> | boolean
  /** The events in a call that was verified. */
  read(call: WebhookCall): WebhookEvent[]
  /**
   * Acts on one event after it has been stored. It may run again for the same event, so it has to be
   * safe to repeat, and it only moves records forwards: an older event may come after a newer one.
   */
  handle(event: WebhookEvent, context: EffectContext & { req: Request }): Promise<Outcome<Handled>>
}
