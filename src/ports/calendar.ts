import type { Adapter, EffectContext, Outcome } from './outcome.ts'

export type CalendarEvent = {
  /** One visit in one person's calendar; stays the same through every change. */
  key: string
  title: string
  description: string
  location: string | null
  /** ISO instants; the end is exclusive. */
  start: string
  end: string
  /** IANA zone of the job site. */
  timezone: string
}

/** A fieldworker's calendar. Connecting an account and push channels are ports of their own. */
export type CalendarPort = Adapter & {
  /** Makes the event exist exactly like this, also after somebody deleted it. */
  upsert(
    fieldworker: string,
    event: CalendarEvent,
    context: EffectContext,
  ): Promise<Outcome<{ externalId: string }>>
  /** Makes the event not exist; one that never did is fine. */
  remove(fieldworker: string, key: string, context: EffectContext): Promise<Outcome<null>>
}
