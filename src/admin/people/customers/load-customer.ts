import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { companyCountry } from '../../../database/records/company-country.ts'
import { idOf } from '../../../domain/id-of.ts'
import { emailInWords } from '../../../domain/people/no-email.ts'
import { phoneInWords } from '../../../domain/people/phone.ts'
import type { RecordView } from './records-card.tsx'

export type CustomerView = {
  id: string
  name: string
  company: string
  /** As it is stored, for the link that calls. */
  phone: string
  phoneWords: string
  email: string
  notes: string
  isActive: boolean
  deletedAt: string | null
  addresses: RecordView[]
  contacts: RecordView[]
  properties: RecordView[]
}

const text = (value: string | null | undefined) => value ?? ''

const ofCustomer = (req: PayloadRequest, id: string) =>
  ({
    where: { customer: { equals: id } },
    ...{ sort: 'createdAt', limit: 100, pagination: false, depth: 0 },
    ...{ overrideAccess: false, req },
  }) as const

const addressesOf = async (req: PayloadRequest, id: string): Promise<RecordView[]> => {
  const { docs } = await req.payload.find({ collection: 'addresses', ...ofCustomer(req, id) })
  return docs.map((doc) => ({
    id: doc.id,
    title: [doc.line1, doc.line2].filter(Boolean).join(', '),
    detail: [[doc.suburb, doc.region, doc.postcode].filter(Boolean).join(' '), doc.label]
      .filter(Boolean)
      .join(' · '),
    note: doc.accessNotes ? `Access: ${doc.accessNotes}` : '',
    values: {
      ...{ label: text(doc.label), line1: text(doc.line1), line2: text(doc.line2) },
      ...{ suburb: text(doc.suburb), region: text(doc.region), postcode: text(doc.postcode) },
      accessNotes: text(doc.accessNotes),
    },
  }))
}

const contactsOf = async (
  req: PayloadRequest,
  id: string,
  country: string | null,
): Promise<RecordView[]> => {
  const { docs } = await req.payload.find({ collection: 'contacts', ...ofCustomer(req, id) })
  return docs.map(({ id: contact, name, role, email, phone }) => ({
    id: contact,
    title: name,
    detail: [role, phone && phoneInWords(phone, country), email].filter(Boolean).join(' · '),
    note: '',
    values: {
      ...{ name, role: text(role), email: text(email) },
      phone: phone ? phoneInWords(phone, country) : '',
    },
  }))
}

const propertiesOf = async (req: PayloadRequest, id: string): Promise<RecordView[]> => {
  const { docs } = await req.payload.find({ collection: 'properties', ...ofCustomer(req, id) })
  return docs.map(({ id: property, name, type, notes, address }) => ({
    ...{ id: property, title: name, detail: text(type), note: text(notes) },
    values: { name, type: text(type), notes: text(notes), address: idOf(address) ?? '' },
  }))
}

/** A customer with everything on file about them; undefined where the caller may not see them. */
export const loadCustomer = async (
  req: PayloadRequest,
  { actor, id }: { actor: Actor; id: string },
): Promise<CustomerView | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'customers',
    where: { id: { equals: id } },
    trash: may(actor, 'settings.edit'),
    ...{ depth: 0, joins: false, limit: 1, pagination: false, overrideAccess: false, req },
  })
  const [doc] = docs
  if (!doc) return undefined
  const country = await companyCountry(req)
  const [addresses, contacts, properties] = await Promise.all([
    addressesOf(req, id),
    contactsOf(req, id, country),
    propertiesOf(req, id),
  ])
  return {
    ...{ id: doc.id, name: doc.name, company: text(doc.company), notes: text(doc.notes) },
    phone: text(doc.phone),
    phoneWords: doc.phone ? phoneInWords(doc.phone, country) : '',
    email: emailInWords(doc.email),
    isActive: doc.active !== false,
    deletedAt: doc.deletedAt ?? null,
    ...{ addresses, contacts, properties },
  }
}
