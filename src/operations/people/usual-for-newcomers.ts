import type { PayloadRequest } from 'payload'
import { nextColour, usualWeek } from '../../domain/people/new-fieldworker.ts'
import { firstCompany } from '../../domain/records/first-company.ts'
import type { HoursBlock, Weekday } from '../../domain/scheduling/working-hours.ts'

type Usual = {
  colour: string
  services: string[]
  timezone: string
  workingHours: (HoursBlock & { days: Weekday[] })[]
}

/** The zone, week, colour and services that a new fieldworker starts with. */
export const usualForNewcomers = async (req: PayloadRequest): Promise<Usual> => {
  const all = { pagination: false, depth: 0, req, overrideAccess: false } as const
  const { docs: team } = await req.payload.find({
    collection: 'fieldworkers',
    where: { active: { equals: true } },
    select: { colour: true, workingHours: true },
    ...all,
  })
  const { docs: services } = await req.payload.find({
    collection: 'services',
    where: { active: { equals: true } },
    select: { name: true },
    ...all,
  })
  const company = await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const weeks = team.map(({ workingHours }) => workingHours ?? [])
  return {
    colour: nextColour(team.map(({ colour }) => colour)),
    services: services.map(({ id }) => id),
    timezone: company.timezone || firstCompany.timezone,
    workingHours: usualWeek(weeks).map(({ days, start, end }) => ({ days: [...days], start, end })),
  }
}
