const nouns: Record<string, string> = {
  bookings: 'the booking',
  appointments: 'a visit',
  'booking-lines': 'a service',
  'assignment-offers': 'an offer',
  comments: 'a comment',
  media: 'a picture',
  series: 'the series',
  customers: 'the customer',
  addresses: 'an address',
  contacts: 'a contact',
  properties: 'a property',
  services: 'the service',
  areas: 'the area',
  locations: 'the location',
  skills: 'the skill',
  labels: 'the label',
  'service-categories': 'the category',
  fieldworkers: 'the fieldworker',
  unavailabilities: 'time off',
  users: 'the account',
  roles: 'the role',
  'api-keys': 'the API key',
  company: 'the company settings',
  'booking-settings': 'the booking rules',
  'portal-settings': 'the portal settings',
  'financial-settings': 'the billing settings',
}

type Facts = { noun: string; person: string | null; assigned: Assigned }

/** What an assignment did with the person of a visit. */
export type Assigned = 'another' | 'nobody' | 'same' | 'several'

const assignments: Record<Assigned, (person: string | null) => string> = {
  another: (person) => `assigned a visit to ${person ?? 'someone'}`,
  nobody: () => 'unassigned a visit',
  same: () => 'changed how a visit is assigned',
  several: () => 'asked several people to take a visit',
}

/** What somebody did, in the past tense; `person` is whom a visit is for, where that is known. */
const phrases: Record<string, (facts: Facts) => string> = {
  book: () => 'made the booking',
  create: ({ noun }) => `added ${noun}`,
  update: ({ noun }) => `changed ${noun}`,
  trash: ({ noun }) => `deleted ${noun}`,
  delete: ({ noun }) => `deleted ${noun}`,
  restore: ({ noun }) => `restored ${noun}`,
  confirm: ({ noun }) => `confirmed ${noun}`,
  complete: ({ noun }) => `completed ${noun}`,
  cancel: ({ noun }) => `cancelled ${noun}`,
  'no-show': () => 'reported a no-show',
  approve: () => 'approved the booking',
  'reject-approval': () => 'rejected the booking',
  'confirm-for-customer': () => 'recorded the customer’s OK',
  claim: () => 'took charge of the booking',
  'pause-messages': () => 'paused the messages',
  'resume-messages': () => 'resumed the messages',
  assign: ({ assigned, person }) => assignments[assigned](person),
  accept: ({ person }) => (person ? `accepted a visit for ${person}` : 'accepted a visit'),
  decline: ({ person }) => (person ? `declined a visit for ${person}` : 'declined a visit'),
  remind: ({ person }) =>
    person ? `reminded ${person} about an offer` : 'sent a reminder about an offer',
  pend: ({ person }) => (person ? `asked ${person} again` : 'asked for an answer again'),
  'en-route': () => 'set off for a visit',
  start: () => 'started a visit',
  pause: () => 'paused a visit',
  finish: () => 'finished a visit',
  retime: ({ noun }) => `moved ${noun} to another time`,
  reschedule: ({ noun }) => `rescheduled ${noun}`,
  'accept-alternative': () => 'accepted a time that was proposed',
  'add-line': () => 'added a service',
  'remove-line': () => 'removed a service',
  'add-visit': () => 'added a visit',
  repeat: () => 'made a series of the booking',
  'move-series': () => 'moved the series',
  'end-series': () => 'ended the series',
  'follow-clock': () => 'kept the time of day under new clock rules',
  'follow-booking': () => 'brought the visits in line with the booking',
  'link-move': () => 'linked the old time with the new one',
  'roll-up': () => 'brought the booking in line with its visits',
  'add-up': () => 'added the prices up',
  'follow-account': () => 'brought the contact details in line with the account',
  expire: () => 'closed an offer that wasn’t answered in time',
  're-home': () => 'kept the time for another person',
}

const named = (command: string) => `did “${command.replaceAll('-', ' ')}”`

/** `Grace Kim assigned a visit to Sam Lee`: one act in one sentence. */
export const actSentence = (act: {
  actor: string
  /** Slug of the record's collection. */
  subjectType: string
  command: string
  /** Whom the visit is for, where somebody else than the actor. */
  person: string | null
  assigned: Assigned
  /** For whom somebody else answered. */
  onBehalfOf: string | null
}): string => {
  const noun = nouns[act.subjectType] ?? 'a record'
  const person = act.onBehalfOf ?? act.person
  const facts = { noun, person: person === act.actor ? null : person, assigned: act.assigned }
  return `${act.actor} ${phrases[act.command]?.(facts) ?? named(act.command)}`
}
