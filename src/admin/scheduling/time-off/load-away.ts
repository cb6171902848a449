import type { PayloadRequest } from 'payload'
import type { Away } from './time-off-draft.ts'

const mine = { sort: 'name', pagination: false, depth: 0, overrideAccess: false } as const
const active = { active: { equals: true } }

/** Whom time off can be entered for: active people, and locations, which close. */
export const loadAway = async (req: PayloadRequest): Promise<Away[]> => {
  const [people, places] = await Promise.all([
    req.payload.find({ collection: 'fieldworkers', where: active, req, ...mine }),
    req.payload.find({ collection: 'locations', where: active, req, ...mine }),
  ])
  return [
    ...people.docs.map(({ id, name, timezone }) => ({
      ...{ type: 'fieldworker' as const, id, name, timezone },
    })),
    ...places.docs.map(({ id, name, timezone }) => ({
      ...{ type: 'location' as const, id, name, timezone },
    })),
  ]
}
