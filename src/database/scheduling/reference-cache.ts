import type { Payload, PayloadRequest } from 'payload'
import { readReference, readReferenceVersion } from './read-reference.ts'
import type { AvailabilityService, ReferenceData } from './reference-types.ts'
import { cached } from '../records/request-cache.ts'

type Kept = { version: string; data: ReferenceData; documents: Map<string, unknown> }

const kept = new WeakMap<Payload, Kept>()

const load = async (req: PayloadRequest): Promise<Omit<Kept, 'version'>> => {
  const known = kept.get(req.payload)
  if (known && (await readReferenceVersion(req)) === known.version) return known
  const { version, data } = await readReference(req)
  const documents = new Map<string, unknown>()
  if (version !== null) kept.set(req.payload, { version, data, documents })
  return { data, documents }
}

const current = (req: PayloadRequest) => cached(req, 'reference', () => load(req))

/**
 * Services, people, places and their hours as committed now: one statement compares the version
 * that this process keeps, a second one reads what has changed. A transaction that changes them
 * itself sees its own state, which is kept for nobody.
 */
export const referenceOf = async (req: PayloadRequest): Promise<ReferenceData> =>
  (await current(req)).data

/**
 * A document that belongs to the reference data, such as a service or the settings, read by `read`
 * once per version. Its readers must not change it.
 */
export const cachedDocument = async <Value>(
  req: PayloadRequest,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> => {
  const { documents } = await current(req)
  if (!documents.has(key)) documents.set(key, await read())
  return documents.get(key) as Value
}

/** The service by slug or id with the defaults of the booking settings. */
export async function readService(
  req: PayloadRequest,
  service: string,
): Promise<AvailabilityService | null> {
  const { services } = await referenceOf(req)
  return services.find(({ id, slug }) => slug === service || id === service) ?? null
}
