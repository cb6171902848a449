import type { CollectionBeforeValidateHook, FlattenedField, PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { idOf } from '../../domain/id-of.ts'
import { commandIn } from '../../steps/bookings/command-in.ts'

type Values = Record<string, unknown>

const owners = { customer: 'customers', booking: 'bookings' } as const

/**
 * The field by which records of a collection belong to a customer: directly, or with their booking.
 * Undefined where they belong to nobody in particular.
 */
export const ownerFieldOf = (fields: FlattenedField[]): keyof typeof owners | undefined =>
  (['customer', 'booking'] as const).find((name) =>
    fields.some(
      (field) =>
        field.name === name && field.type === 'relationship' && field.relationTo === owners[name],
    ),
  )

const fieldsOf = (req: PayloadRequest, slug: string): FlattenedField[] =>
  req.payload.collections[slug as 'bookings'].config.flattenedFields

/** The relations of a collection whose targets belong to a customer, apart from the owner itself. */
export const ownedRelations = (
  req: PayloadRequest,
  slug: string,
): { name: string; relationTo: string }[] => {
  const own = ownerFieldOf(fieldsOf(req, slug))
  if (!own) return []
  return fieldsOf(req, slug).flatMap((field) => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const { name, relationTo } = field
    if (name === own || typeof relationTo !== 'string') return []
    return ownerFieldOf(fieldsOf(req, relationTo)) ? [{ name, relationTo }] : []
  })
}

const find = async (req: PayloadRequest, slug: string, ids: string[]): Promise<Values[]> => {
  const { docs } = await req.payload.find({
    collection: slug as 'bookings',
    where: { id: { in: ids } },
    trash: true,
    joins: false,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs as unknown as Values[]
}

/** The customer to whom a record of a collection belongs; null where that is nobody yet. */
const customerOf = async (
  req: PayloadRequest,
  { slug, record }: { slug: string; record: Values },
): Promise<string | null> => {
  const own = ownerFieldOf(fieldsOf(req, slug))
  const id = own ? idOf(record[own]) : null
  if (own !== 'booking' || !id) return id
  const [booking] = await find(req, 'bookings', [id])
  return idOf(booking?.['customer'])
}

const nounOf = (req: PayloadRequest, slug: string): string => {
  const { singular } = req.payload.collections[slug as 'bookings'].config.labels
  return typeof singular === 'string' ? singular.toLowerCase() : 'record'
}

const refuse = (field: string, message: string) =>
  new DomainError('invalid-input', message, { field })

const idsIn = (value: unknown): string[] => [value].flat().flatMap((one) => idOf(one) ?? [])

/**
 * Guard: whatever a record refers to belongs to the same customer as the record, and a record stays
 * with its customer: only the command `change-customer` gives a booking to somebody else. Relations
 * that a change leaves alone are not looked at.
 * @throws {DomainError} invalid-input, with the field
 */
export const guardOwner: CollectionBeforeValidateHook = async ({
  collection: { slug, flattenedFields },
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { as, name: command } = commandIn(data)
  const own = ownerFieldOf(flattenedFields)
  if (!data || !own || as || req.context?.['channel'] === 'seed') return data
  const before: Values = operation === 'create' ? {} : (originalDoc ?? {})
  const record: Values = { ...before, ...data }
  const changes = changedFields({ fields: flattenedFields, before, after: data })
  const customer = await customerOf(req, { slug, record })
  const isOther = own in changes && idOf(before[own]) !== null
  if (isOther && command !== 'change-customer') {
    const former = await customerOf(req, { slug, record: before })
    if (former !== customer) {
      throw refuse(own, `This ${nounOf(req, slug)} belongs to another customer and stays theirs.`)
    }
  }
  for (const { name, relationTo } of ownedRelations(req, slug)) {
    const ids = idsIn(record[name])
    if (ids.length === 0 || !(name in changes || own in changes)) continue
    const found = await find(req, relationTo, ids)
    for (const id of ids) {
      const target = found.find((one) => one['id'] === id)
      const owner = target && (await customerOf(req, { slug: relationTo, record: target }))
      if (target && (owner === null || owner === customer)) continue
      const noun = nounOf(req, relationTo)
      throw refuse(name, `There is no such ${noun} of this customer. Choose one of theirs.`)
    }
  }
  return data
}
