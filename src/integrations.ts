import type { Config, Payload, PayloadRequest } from 'payload'
import type { CalendarPort } from './ports/calendar.ts'
import type { EmailPort } from './ports/email.ts'
import type { PaymentPort } from './ports/payment.ts'
import type { RouteSolverPort } from './ports/routes.ts'
import type { SmsPort } from './ports/sms.ts'
import type { TravelPort } from './ports/travel.ts'
import type { WebhookProvider } from './ports/webhook.ts'

export type Integrations = {
  calendar?: CalendarPort
  email?: EmailPort
  payment?: PaymentPort
  routes?: RouteSolverPort
  sms?: SmsPort
  travel?: TravelPort
}

type Factories = { [Port in keyof Integrations]?: (payload: Payload) => Integrations[Port] }

const built = new WeakMap<Payload, Integrations>()

/** Offers ports from a plugin; a later plugin's port replaces an earlier one's. */
export const provide = (config: Config, factories: Factories): Config => ({
  ...config,
  custom: {
    ...config.custom,
    integrations: { ...(config.custom?.['integrations'] as Factories), ...factories },
  },
})

/** The ports that the plugins of this Payload offer; one that is missing is not configured. */
export const integrationsOf = (payload: Payload): Integrations => {
  const known = built.get(payload)
  if (known) return known
  const factories = (payload.config.custom?.['integrations'] ?? {}) as Factories
  const integrations = Object.fromEntries(
    Object.entries(factories).map(([port, create]) => [port, create(payload)]),
  ) as Integrations
  built.set(payload, integrations)
  return integrations
}

/** A provider that calls back: the one value that `bookings({ webhooks: [...] })` takes for it. */
export type Webhook = WebhookProvider<PayloadRequest>

/** The webhook provider of this name, where the product was given one. */
export const webhookOf = (payload: Payload, name: string): Webhook | undefined => {
  const webhooks = (payload.config.custom?.['webhooks'] ?? []) as Webhook[]
  return webhooks.find((webhook) => webhook.name === name)
}
