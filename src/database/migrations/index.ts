import * as initial from './20261121_000000_initial.ts'
import * as moves from './20261121_082947_moves.ts'
import * as travelTime from './20261121_085022_travel_time.ts'
import * as widgetOrigins from './20261121_113041_widget_origins.ts'
import * as ownCreate from './20261130_183009_own_create.ts'
import * as webhookEvents from './20261130_210152_webhook_events.ts'
import * as noDefaultCountry from './20261130_211500_no_default_country.ts'
import * as directByDefault from './20261130_214500_direct_by_default.ts'
import * as cancellationFees from './20261201_015046_cancellation_fees.ts'
import * as offerReminders from './20261201_095006_offer_reminders.ts'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261121_000000_initial' },
  { up: moves.up, down: moves.down, name: '20261121_082947_moves' },
  { up: travelTime.up, down: travelTime.down, name: '20261121_085022_travel_time' },
  { up: widgetOrigins.up, down: widgetOrigins.down, name: '20261121_113041_widget_origins' },
  { up: ownCreate.up, down: ownCreate.down, name: '20261130_183009_own_create' },
  { up: webhookEvents.up, down: webhookEvents.down, name: '20261130_210152_webhook_events' },
  { up: noDefaultCountry.up, down: noDefaultCountry.down, name: '20261130_211500_no_default_country' },
  { up: directByDefault.up, down: directByDefault.down, name: '20261130_214500_direct_by_default' },
  { up: cancellationFees.up, down: cancellationFees.down, name: '20261201_015046_cancellation_fees' },
  { up: offerReminders.up, down: offerReminders.down, name: '20261201_095006_offer_reminders' },
]
