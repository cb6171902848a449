import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import type { Area } from '../../../payload-types.ts'

type Named = { id: string; name: string }

/** What the form of an area shows beside it. */
export type AreaAround = {
  locations: Named[]
  /** Own places and the circles of other areas, to read the map by. */
  landmarks: { name: string; point: Coordinates }[]
  /** Who works here; empty where the reader may not see fieldworkers. */
  people: Named[]
}

const all = (req: PayloadRequest) =>
  ({ sort: 'name', pagination: false, depth: 0, overrideAccess: false, req }) as const

/** Every area with how many people have it among theirs. */
export const loadAreas = async (req: PayloadRequest, actor: Actor) => {
  const [areas, people] = await Promise.all([
    req.payload.find({ collection: 'areas', ...all(req) }),
    may(actor, 'fieldworker.view')
      ? req.payload.find({
          ...{ collection: 'fieldworkers', where: { active: { equals: true } }, ...all(req) },
        })
      : undefined,
  ])
  const everywhere = people?.docs.filter(({ areas: own }) => !own?.length).length ?? 0
  const having = (id: string) =>
    people?.docs.filter(({ areas: own }) => own?.some((area) => idOf(area) === id)).length ?? 0
  return areas.docs.map((area) => ({
    area,
    people: people ? everywhere + having(area.id) : undefined,
  }))
}

const pointOf = (point: Area['centre']): Coordinates | null =>
  typeof point?.lat === 'number' && typeof point.lng === 'number'
    ? { lat: point.lat, lng: point.lng }
    : null

/** The places around an area and the people in it. */
export const loadAreaAround = async (
  req: PayloadRequest,
  { id, actor }: { id: string | undefined; actor: Actor },
): Promise<AreaAround> => {
  const [locations, areas, people] = await Promise.all([
    req.payload.find({ collection: 'locations', ...all(req) }),
    req.payload.find({ collection: 'areas', ...all(req) }),
    id && may(actor, 'fieldworker.view')
      ? req.payload.find({
          collection: 'fieldworkers',
          where: {
            and: [
              { active: { equals: true } },
              { or: [{ areas: { in: [id] } }, { areas: { exists: false } }] },
            ],
          },
          ...all(req),
        })
      : undefined,
  ])
  const points = [
    ...locations.docs.map(({ name, coordinates }) => ({ name, point: pointOf(coordinates) })),
    ...areas.docs
      .filter((area) => area.id !== id)
      .map(({ name, centre }) => ({ name, point: pointOf(centre) })),
  ]
  const named = ({ id: one, name }: Named) => ({ id: one, name })
  return {
    locations: locations.docs.map(named),
    landmarks: points.flatMap(({ name, point }) => (point ? [{ name, point }] : [])),
    people: (people?.docs ?? []).map(named),
  }
}
