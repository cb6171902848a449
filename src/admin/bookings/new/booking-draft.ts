export type Question = {
  key: string
  label: string
  type: string
  required: boolean
  options: string[]
}

export type ServiceChoice = {
  id: string
  name: string
  category: string
  durationMinutes: number
  /** In words: "$165.00", "$95.00 an hour" or "Price on request". */
  price: string
  /** Minor units for a job, an hour or a unit; undefined where the price is on request. */
  unitAmount: number | undefined
  priceModel: 'job' | 'time' | 'unit'
  mode: string
  requiresApproval: boolean
  crewSize: number
  mobile: boolean
  /** Done by phone or video: it needs no address. */
  remote: boolean
  locations: string[]
  questions: Question[]
}

/** Answers as they are typed, by the keys of their questions. */
export type DraftAnswers = Record<string, string | boolean>

export type LocationChoice = { id: string; name: string; timezone: string }

export type DraftAddress = {
  line1: string
  line2: string
  suburb: string
  postcode: string
  region: string
  accessNotes: string
}

/** A further service of the same booking; without a start it follows the one before. */
export type DraftMore = {
  key: string
  service: string
  quantity: number
  start: string
  answers: DraftAnswers
}

export type DraftCustomer = { id: string; name: string; phone: string; email: string }

/** What the wizard holds until it is sent. */
export type BookingDraft = {
  service: string
  quantity: number
  /** How many go; none: the service's crew. */
  people: number
  more: DraftMore[]
  at: 'address' | 'location'
  location: string
  /** Id of an address on file; empty when a new one is typed. */
  addressId: string
  address: DraftAddress
  start: string
  /** A fieldworker's id, `any` for whoever fits best, empty to leave it unassigned. */
  person: string
  /** Name of the fieldworker; empty where none is named. */
  personName: string
  customer: DraftCustomer
  answers: DraftAnswers
  notes: string
}

export const emptyAddress: DraftAddress = {
  line1: '',
  line2: '',
  suburb: '',
  postcode: '',
  region: '',
  accessNotes: '',
}

export const emptyDraft: BookingDraft = {
  service: '',
  quantity: 1,
  people: 0,
  more: [],
  at: 'address',
  location: '',
  addressId: '',
  address: emptyAddress,
  start: '',
  person: 'any',
  personName: '',
  customer: { id: '', name: '', phone: '', email: '' },
  answers: {},
  notes: '',
}

const filled = <T extends Record<string, string>>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value !== ''),
  ) as Partial<T>

const placeBody = (draft: BookingDraft) => {
  if (draft.at === 'location') return { location: draft.location }
  return { address: draft.addressId || filled(draft.address) }
}

const customerBody = ({ id, name, phone, email }: DraftCustomer) =>
  id ? { customerId: id } : { customer: filled({ name, phone, email }) }

const personBody = (person: string) => {
  if (person === 'any') return {}
  return person === '' ? { unassigned: true } : { fieldworker: person }
}

/** Answers as they are sent: those that were given, numbers as numbers. */
export const answersBody = (
  answers: DraftAnswers,
  questions: Question[] = [],
): { answers?: Record<string, boolean | number | string> } => {
  const given = Object.entries(answers).filter(([, value]) => value !== '')
  if (given.length === 0) return {}
  const typed = given.map(([key, value]) => {
    const question = questions.find((known) => known.key === key)
    return [key, question?.type === 'number' ? Number(value) : value] as const
  })
  return { answers: Object.fromEntries(typed) }
}

const moreBody = ({ more, person }: BookingDraft, services: ServiceChoice[]) => {
  const chosen = more.filter(({ service }) => service !== '')
  if (chosen.length === 0) return {}
  return {
    more: chosen.map(({ service, quantity, start, answers }) => ({
      service,
      ...(quantity > 1 ? { quantity } : {}),
      ...(start ? { start } : {}),
      ...(person === '' ? { unassigned: true } : {}),
      ...answersBody(answers, services.find(({ id }) => id === service)?.questions),
    })),
  }
}

/** Body of `POST /api/app/bookings` for a booking taken by the office. */
export const bodyOf = (draft: BookingDraft, service: ServiceChoice, services: ServiceChoice[]) => ({
  service: draft.service,
  start: draft.start,
  source: 'manual',
  ...(draft.quantity > 1 ? { quantity: draft.quantity } : {}),
  ...(draft.people > 0 && draft.people !== service.crewSize ? { people: draft.people } : {}),
  ...moreBody(draft, services),
  ...placeBody(draft),
  ...customerBody(draft.customer),
  ...personBody(draft.person),
  ...answersBody(draft.answers, service.questions),
  ...(draft.notes.trim() ? { notes: draft.notes.trim() } : {}),
})
