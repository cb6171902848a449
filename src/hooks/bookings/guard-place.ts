import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { placeKind } from '../../domain/scheduling/place-kind.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { idOf } from '../../domain/id-of.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'
import { placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import { serviceDocument } from '../../steps/catalogue/service-document.ts'

type Placed = { address?: unknown; location?: unknown }

const isSamePlace = (before: Placed, after: Placed): boolean =>
  idOf(before.address) === idOf(after.address) && idOf(before.location) === idOf(after.location)

/** The services that are done at the place of a document. */
type ServicesOf = (req: PayloadRequest, document: never) => Promise<(string | null)[]>

const inWordsOfFields = (error: unknown): unknown => {
  const { code, field, message } = (error ?? {}) as DomainError
  if (code !== 'invalid-input' || field !== 'postcode') return error
  return new DomainError('invalid-input', message, { field: 'address' })
}

/**
 * Guard: a booking or a visit goes to another place only where its services are done; a booking
 * that goes to another customer may be without one until the office gives it theirs.
 * @throws {DomainError} invalid-input
 */
export const guardPlace =
  (servicesOf: ServicesOf): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation !== 'update' || !originalDoc) return data
    const { as, name } = commandIn(data)
    const after: Placed = { ...originalDoc, ...data }
    if (as || isSamePlace(originalDoc, after)) return data
    const isNowhere = !idOf(after.address) && !idOf(after.location)
    if (isNowhere && name === 'change-customer') return data
    const { query: place } = await placeOfBooking(req, after)
    for (const id of new Set(await servicesOf(req, originalDoc as never))) {
      const service = id ? await serviceDocument(req, id) : null
      try {
        if (service) placeKind({ service, place })
      } catch (error) {
        throw inWordsOfFields(error)
      }
    }
    return data
  }
