import type { Payload, PayloadRequest } from 'payload'
import { readReference, readReferenceVersion } from './read-reference.ts'
import type { AvailabilityService, ReferenceData } from './reference-types.ts'

type Kept = { version: string; data: ReferenceData }

const kept = new WeakMap<Payload, Kept>()

/**
 * Services, people, places and their hours as committed now: one statement compares the version
 * that this process keeps, a second one reads what has changed. A transaction that changes them
 * itself sees its own state, which is kept for nobody.
 */
export async function referenceOf(req: PayloadRequest): Promise<ReferenceData> {
  const known = kept.get(req.payload)
  if (known && (await readReferenceVersion(req)) === known.version) return known.data
  const { version, data } = await readReference(req)
  if (version !== null) kept.set(req.payload, { version, data })
  return data
}

/** The service by slug or id with the defaults of the booking settings. */
export async function readService(
  req: PayloadRequest,
  service: string,
): Promise<AvailabilityService | null> {
  const { services } = await referenceOf(req)
  return services.find(({ id, slug }) => slug === service || id === service) ?? null
}
