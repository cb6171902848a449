import type { PayloadRequest, Where } from 'payload'
import { actorOf, may } from '../../../access/actor.ts'
import { readNextVisits } from '../../../database/people/next-visits.ts'
import { companyCountry } from '../../../database/records/company-country.ts'
import { idOf } from '../../../domain/id-of.ts'
import { loginStateOf } from '../../../domain/people/login-state.ts'
import { phoneInWords } from '../../../domain/people/phone.ts'
import { weekWords } from '../../../domain/words/week-words.ts'
import type { Fieldworker, User } from '../../../payload-types.ts'
import { panelLocale } from '../../ui/panel-locale.ts'
import { related } from '../../ui/related.ts'
import type { TeamRow } from './team-row.ts'

export type TeamShown = 'active' | 'inactive' | 'removed'

const shownWhere: Record<TeamShown, Where> = {
  active: { active: { equals: true }, deletedAt: { exists: false } },
  inactive: { active: { not_equals: true }, deletedAt: { exists: false } },
  removed: { deletedAt: { exists: true } },
}

const namesOf = (records: Fieldworker['skills'] | Fieldworker['areas']): string[] =>
  (records ?? []).flatMap((record) => related<{ name: string }>(record)?.name ?? [])

/** The accounts of fieldworkers, by the fieldworker. */
export const loadLogins = async (req: PayloadRequest): Promise<Map<string, User>> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { fieldworker: { exists: true } },
    sort: 'active',
    ...{ pagination: false, depth: 0, overrideAccess: false, req },
  })
  return new Map(docs.map((user) => [idOf(user.fieldworker) ?? '', user]))
}

/** The team with what the office asks about each of them, in a few statements. */
export const loadTeam = async (req: PayloadRequest, shown: TeamShown): Promise<TeamRow[]> => {
  const maySeeVisits = may(await actorOf(req), 'booking.view-all')
  const [found, logins, visits, country] = await Promise.all([
    req.payload.find({
      collection: 'fieldworkers',
      where: shownWhere[shown],
      sort: 'name',
      depth: 1,
      populate: { skills: { name: true }, areas: { name: true }, services: { name: true } },
      trash: shown === 'removed',
      ...{ pagination: false, overrideAccess: false, req },
    }),
    loadLogins(req),
    maySeeVisits ? readNextVisits(req, { each: 1 }) : [],
    companyCountry(req),
  ])
  return found.docs.map((person) => ({
    id: person.id,
    name: person.name,
    colour: person.colour ?? undefined,
    phone: phoneInWords(person.phone ?? '', country),
    active: person.active !== false,
    blocked: person.blocked === true,
    skills: namesOf(person.skills),
    areas: namesOf(person.areas),
    hours: weekWords(person.workingHours ?? [], panelLocale()),
    login: loginStateOf(logins.get(person.id)),
    next: visits.find(({ fieldworker }) => fieldworker === person.id),
  }))
}
