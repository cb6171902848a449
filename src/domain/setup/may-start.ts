import { DomainError } from '../domain-error.ts'
import { listWords } from '../words/list-words.ts'

/** Records of one kind that belong to nobody's demo: how many, and what some are called. */
export type OwnRecords = { kind: OwnKind; count: number; names: readonly string[] }

const kinds = {
  customers: ['customer', 'customers'],
  fieldworkers: ['fieldworker', 'fieldworkers'],
  services: ['service', 'services'],
  areas: ['area', 'areas'],
  locations: ['location', 'locations'],
  bookings: ['booking', 'bookings'],
  'api-keys': ['API key', 'API keys'],
  media: ['file', 'files'],
} as const

export type OwnKind = keyof typeof kinds
export const ownKinds = Object.keys(kinds) as OwnKind[]

/** The state of the company before it is set up. */
export type StartFacts = {
  /** Whether what it holds is the demo company, apart from `own`. */
  isDemo: boolean
  companyName: string
  /** What people have added themselves, of the kinds there are any of. */
  own: readonly OwnRecords[]
}

const inWords = ({ kind, count, names }: OwnRecords): string => {
  const [one, several] = kinds[kind]
  const named = names.filter(Boolean)
  const more = count > named.length && named.length > 0 ? ' …' : ''
  const list = named.length > 0 ? ` (${named.join(', ')}${more})` : ''
  return `${count} ${count === 1 ? one : several}${list}`
}

const folded = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Why the company cannot be set up now; null where it can. */
export const whyNotStart = ({ isDemo, own }: StartFacts): string | null => {
  if (own.length === 0) return null
  const found = listWords(own.map(inWords), 'en')
  return isDemo
    ? `Something here is not part of the demo: ${found}. Delete it first, or keep working with it.`
    : `This company has been set up: it has ${found}. Change it under Settings.`
}

/**
 * A company is set up once: in an empty database, or in place of the demo that is named.
 * @throws {DomainError} already-set-up, invalid-input
 */
export const assertMayStart = (facts: StartFacts, typed: string | undefined): void => {
  const reason = whyNotStart(facts)
  if (reason) throw new DomainError('already-set-up', reason)
  if (!facts.isDemo || folded(typed ?? '') === folded(facts.companyName)) return
  throw new DomainError(
    'invalid-input',
    `Setting up your company deletes the demo. Type “${facts.companyName}” to confirm.`,
    { field: 'emptying', status: 422 },
  )
}
