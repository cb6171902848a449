import { sendDelivery } from '../../src/jobs/messages/send-delivery.ts'
import { type Integrations, integrationsOf } from '../../src/integrations.ts'
import type { Outcome } from '../../src/ports/outcome.ts'
import { openHarness } from './harness.ts'
import { sydney } from './shop.ts'

export type DeliveryRow = {
  id: string
  key: string
  state: string
  attempts: number
  error: string | null
  /** Seconds until it is due. */
  wait: number
}

/** A harness whose messages a test sends one by one, through providers that answer as it says. */
export const openMessageHarness = async () => {
  const harness = await openHarness()
  const ports = integrationsOf(harness.app.payload)
  const local: Integrations = { ...ports }
  let day = 2
  return {
    ...harness,
    ports,
    local,
    restorePorts: () => Object.assign(ports, local),
    /** A new booking of a guest and the delivery that confirms it. */
    confirmation: async (
      customer: object = { name: 'Jo Park', email: `jo@guest-${day}.test` },
    ): Promise<DeliveryRow> => {
      day += 1
      const { body } = await harness.book({
        service: 'direct',
        start: sydney(day, '09:00'),
        customer,
      })
      const [row] = await harness.sql<DeliveryRow>(
        `select * from deliveries where booking_id = $1 and event = 'booking-confirmed'`,
        [body.id],
      )
      if (!row) throw new Error('Nothing was queued.')
      return row
    },
    read: async (id: string): Promise<DeliveryRow> => {
      const [row] = await harness.sql<DeliveryRow>(
        `select *, attempts::int as attempts, extract(epoch from not_before - now())::float8 as wait
         from deliveries where id = $1`,
        [id],
      )
      if (!row) throw new Error('The row is gone.')
      return row
    },
    kept: (key: string) =>
      harness.sql('select id from outbox_messages where delivery_key = $1', [key]),
    deliver: (id: string) => sendDelivery(harness.app.payload, { id }),
    due: (id: string) => harness.sql('update deliveries set not_before = null where id = $1', [id]),
    emailSays: (outcome: Outcome<{ messageId: string }>) => {
      if (local.email) ports.email = { ...local.email, send: async () => outcome }
    },
  }
}

export type MessageHarness = Awaited<ReturnType<typeof openMessageHarness>>
