import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { type NextVisit, readNextVisits } from '../../../database/people/next-visits.ts'
import { idOf } from '../../../domain/id-of.ts'
import { type LoginState, loginStateOf } from '../../../domain/people/login-state.ts'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import type { Fieldworker } from '../../../payload-types.ts'
import type { Choice } from '../../ui/select-field.tsx'
import type { PersonDraft } from './person-draft.ts'

export type PersonLogin = {
  state: LoginState
  user: string | undefined
  email: string
  lastSeenAt: string | undefined
}

export type TeamChoices = Record<'areas' | 'locations' | 'services' | 'skills', Choice[]> & {
  /** Points that help to read the map. */
  landmarks: { name: string; point: Coordinates }[]
}

const mine = { pagination: false, depth: 0, overrideAccess: false } as const

const idsOf = (records: readonly unknown[] | null | undefined): string[] =>
  (records ?? []).flatMap((record) => idOf(record) ?? [])

const pointOf = (point: { lat?: number | null; lng?: number | null } | undefined) =>
  typeof point?.lat === 'number' && typeof point.lng === 'number'
    ? { lat: point.lat, lng: point.lng }
    : null

const draftOf = (person: Fieldworker): PersonDraft => ({
  name: person.name,
  phone: person.phone ?? '',
  email: person.email ?? '',
  colour: person.colour ?? '',
  active: person.active !== false,
  blocked: person.blocked === true,
  services: idsOf(person.services),
  skills: idsOf(person.skills),
  areas: idsOf(person.areas),
  locations: idsOf(person.locations),
  home: pointOf(person.home),
  timezone: person.timezone,
  workingHours: (person.workingHours ?? []).map(({ days, start, end }) => ({ days, start, end })),
  exceptions: (person.exceptions ?? []).map(({ date, closed, note, blocks }) => ({
    ...{ date, closed: closed === true, note: note ?? '' },
    blocks: (blocks ?? []).map(({ start, end }) => ({ start, end })),
  })),
})

/** What can be chosen for somebody: active records only, and places for the map. */
export const loadTeamChoices = async (req: PayloadRequest): Promise<TeamChoices> => {
  const active = { active: { equals: true } }
  const [services, skills, areas, locations] = await Promise.all([
    req.payload.find({ collection: 'services', where: active, sort: 'name', req, ...mine }),
    req.payload.find({ collection: 'skills', sort: 'name', req, ...mine }),
    req.payload.find({ collection: 'areas', where: active, sort: 'name', req, ...mine }),
    req.payload.find({ collection: 'locations', where: active, sort: 'name', req, ...mine }),
  ])
  const choices = (docs: { id: string; name: string }[]) =>
    docs.map(({ id, name }) => ({ value: id, label: name }))
  return {
    services: choices(services.docs),
    skills: choices(skills.docs),
    areas: choices(areas.docs),
    locations: choices(locations.docs),
    landmarks: locations.docs.flatMap(({ name, coordinates }) => {
      const point = pointOf(coordinates)
      return point ? [{ name, point }] : []
    }),
  }
}

const loginOf = async (req: PayloadRequest, person: string): Promise<PersonLogin> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { fieldworker: { equals: person } },
    sort: '-active',
    limit: 1,
    ...{ ...mine, req },
  })
  const [user] = docs
  return {
    state: loginStateOf(user),
    user: user?.id,
    email: user?.email ?? '',
    lastSeenAt: user?.lastSeenAt ?? undefined,
  }
}

/** One fieldworker as their page shows them; undefined where there is none to see. */
export const loadPerson = async (
  req: PayloadRequest,
  id: string,
): Promise<
  { draft: PersonDraft; removed: boolean; login: PersonLogin; visits: NextVisit[] } | undefined
> => {
  const person = await req.payload.findByID({
    collection: 'fieldworkers',
    id,
    depth: 0,
    trash: true,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!person) return undefined
  const maySeeVisits = may(await actorOf(req), 'booking.view-all')
  const [login, visits] = await Promise.all([
    loginOf(req, id),
    maySeeVisits ? readNextVisits(req, { fieldworker: id, each: 8 }) : [],
  ])
  return { draft: draftOf(person), removed: Boolean(person.deletedAt), login, visits }
}
