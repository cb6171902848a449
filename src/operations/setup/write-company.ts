import type { PayloadRequest } from 'payload'
import type { StartCompany } from '../../contracts/setup/start-company.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { phoneRefusal, readPhone } from '../../domain/people/phone.ts'
import { firstCompany } from '../../domain/records/first-company.ts'
import { slugOf } from '../../domain/setup/slug-of.ts'
import type { Service } from '../../payload-types.ts'
import { sendAccountMail } from '../people/send-account-mail.ts'

const asCaller = (req: PayloadRequest) => ({ depth: 0, overrideAccess: false, req }) as const

const phoneOf = ({ phone, country }: StartCompany['company']): string | null => {
  if (!phone) return null
  const read = readPhone(phone, country)
  if (read) return read
  throw new DomainError('invalid-input', phoneRefusal, { field: 'company.phone', status: 422 })
}

const addressOf = ({ company: { country }, where }: StartCompany) => {
  if (where.kind === 'postcodes') return { country }
  const { line1, suburb, postcode } = where
  return { line1, country, suburb: suburb ?? null, postcode: postcode ?? null }
}

/** Settings of the company; only its own country has the tax that settings begin with. */
export const writeSettings = async (req: PayloadRequest, start: StartCompany): Promise<void> => {
  const { country, phone: _typed, ...company } = start.company
  await req.payload.updateGlobal({
    slug: 'company',
    data: { ...company, phone: phoneOf(start.company), address: addressOf(start) },
    ...asCaller(req),
  })
  if (country === firstCompany.country) return
  await req.payload.updateGlobal({
    slug: 'financial-settings',
    data: { taxPercent: 0 },
    ...asCaller(req),
  })
}

/** The area or the place where the company works. */
const writePlace = async (
  req: PayloadRequest,
  start: StartCompany,
): Promise<{ area?: string; location?: string }> => {
  const { company, hours, where } = start
  const { timezone } = company
  if (where.kind === 'postcodes') {
    const { id } = await req.payload.create({
      collection: 'areas',
      data: { name: 'Service area', kind: 'postcodes', postcodes: where.postcodes, timezone },
      ...asCaller(req),
    })
    return { area: id }
  }
  const address = addressOf(start)
  const { id } = await req.payload.create({
    collection: 'locations',
    data: { name: company.name, address, timezone, openingHours: hours },
    ...asCaller(req),
  })
  return { location: id }
}

const writePerson = async (
  req: PayloadRequest,
  {
    start,
    ...work
  }: { start: StartCompany; services: string[] } & Partial<Record<'areas' | 'locations', string[]>>,
): Promise<void> => {
  const { company, hours, person } = start
  const own = (req.user as { email?: string } | null)?.email ?? null
  const email = person.kind === 'me' ? own : (person.email ?? null)
  const { timezone } = company
  const { id } = await req.payload.create({
    collection: 'fieldworkers',
    data: { name: person.name, email, timezone, workingHours: hours, ...work },
    ...asCaller(req),
  })
  if (person.kind === 'other' && email) await invite(req, { id, name: person.name, email })
}

/** A login of the field app, with a link by email to choose a password. */
const invite = async (
  req: PayloadRequest,
  { id: fieldworker, name, email }: { id: string; name: string; email: string },
): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'roles',
    where: { slug: { equals: 'fieldworker' } },
    limit: 1,
    ...asCaller(req),
  })
  const role = docs[0]?.id
  if (!role) return
  const invitedAt = new Date().toISOString()
  const { id } = await req.payload.create({
    collection: 'users',
    data: { kind: 'fieldworker', active: true, name, email, role, fieldworker, invitedAt } as never,
    ...asCaller(req),
  })
  await req.payload.update({
    collection: 'fieldworkers',
    id: fieldworker,
    data: { user: id },
    ...asCaller(req),
  })
  await sendAccountMail(req, { event: 'invitation', collection: 'users', id })
}

/** The place, the first service and who carries it out; returns the service. */
export const writeCatalogue = async (
  req: PayloadRequest,
  start: StartCompany,
): Promise<Service> => {
  const { area, location } = await writePlace(req, start)
  const service = await req.payload.create({
    collection: 'services',
    data: {
      ...start.service,
      slug: slugOf(start.service.name),
      locationTypes: location ? ['fixed'] : ['mobile'],
      ...(location && { locations: [location] }),
    } as never,
    ...asCaller(req),
  })
  await writePerson(req, {
    ...{ start, services: [service.id] },
    ...(area && { areas: [area] }),
    ...(location && { locations: [location] }),
  })
  return service
}
