import { defaultFee } from '../money/fee-list.ts'
import type { SetupFault } from './setup-fault.ts'
import type { SetupSettings, SetupWorld } from './setup-world.ts'

type Rule = SetupFault & { isBroken: (world: SetupWorld) => boolean }

const sold = ({ services }: SetupWorld) =>
  services.filter(({ active, bookable }) => active && bookable)

const isAsking = ({ settings }: SetupWorld) => settings.assignmentMethod !== 'direct'

/** Whether the default fee is zero, of whatever total it would be a share. */
const chargesNothing = ({ cancellationFees, cancellationFeeAmount }: SetupSettings) =>
  defaultFee(cancellationFees, { standard: cancellationFeeAmount, total: 1_000_000 }) === 0

const rules: Rule[] = [
  {
    code: 'nothing-to-book',
    message: 'Online booking is on, and there is no service that customers may book.',
    fix: 'Add a service, or switch online booking off.',
    mendedAt: { collection: 'services' },
    isBroken: (world) => world.settings.bookingEnabled && sold(world).length === 0,
  },
  {
    code: 'nobody-works',
    message: 'There is no active fieldworker, so no visit can be assigned.',
    fix: 'Add the people who do the work.',
    mendedAt: { collection: 'fieldworkers' },
    isBroken: ({ people }) => !people.some(({ active, blocked }) => active && !blocked),
  },
  {
    code: 'no-way-to-ask',
    message: 'A service is on request, and the site shows neither a phone number nor an email.',
    fix: 'Enter the company’s phone number or email address.',
    mendedAt: { global: 'company' },
    isBroken: (world) =>
      !world.company.email &&
      !world.company.phone &&
      sold(world).some(({ mode }) => mode === 'request'),
  },
  {
    code: 'no-sender',
    message: 'The company has no email address, so customers can’t reply to its messages.',
    fix: 'Enter the address that customers reply to.',
    mendedAt: { global: 'company' },
    isBroken: ({ company }) => !company.email,
  },
  {
    code: 'escalation-after-deadline',
    message: 'Offers expire before the office is alerted that they are unanswered.',
    fix: 'Alert the office earlier, or give more time to answer.',
    mendedAt: { global: 'booking-settings' },
    isBroken: (world) =>
      isAsking(world) && world.settings.escalateAfterHours >= world.settings.respondWithinHours,
  },
  {
    code: 'no-reason-to-decline',
    message: 'Fieldworkers are asked why they decline, and there is no reason to choose.',
    fix: 'Enter at least one reason.',
    mendedAt: { global: 'booking-settings' },
    isBroken: (world) => isAsking(world) && world.settings.declineReasons.length === 0,
  },
  {
    code: 'fee-of-nothing',
    message: 'Late cancellations are charged automatically, and the fee is zero.',
    fix: 'Enter the fee, or switch charging off.',
    mendedAt: { global: 'financial-settings' },
    isBroken: ({ settings }) => settings.cancelFeeAutomatic && chargesNothing(settings),
  },
  {
    code: 'fee-without-notice',
    message: 'Late cancellations are charged automatically, and no notice says what is late.',
    fix: 'Enter the hours of notice, or switch charging off.',
    mendedAt: { global: 'portal-settings' },
    isBroken: ({ settings }) => settings.cancelFeeAutomatic && settings.cancelNoticeHours === 0,
  },
]

/** Settings that contradict each other or lack what they rest on. */
export const settingsFaults = (world: SetupWorld): SetupFault[] =>
  rules.filter(({ isBroken }) => isBroken(world)).map(({ isBroken: _isBroken, ...fault }) => fault)
