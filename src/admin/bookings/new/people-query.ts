import type { SlotPeopleAnswer } from '../../../contracts/scheduling/slots.ts'

/** An eligible person, and whether the time suits. */
export type Person = SlotPeopleAnswer['people'][number]

/** What stands between the person and the time, in words. */
export const whyNot = ({ free, working }: Person): string => {
  if (free) return 'Free'
  return working ? 'Has other work at this time' : 'Not working at this time'
}

/** Where the work is: one of both. */
export type PlaceQuery = { postcode?: string | undefined; location?: string | undefined }

const placeParams = ({ postcode, location }: PlaceQuery): Record<string, string> =>
  location ? { location } : postcode ? { postcode } : {}

/** Path of `GET /app/slots/people`; `except` is the visit whose own time does not count. */
export const peoplePath = (args: {
  service: string
  start: string
  end?: string
  except?: string
  place: PlaceQuery
}): string =>
  `/api/app/slots/people?${new URLSearchParams({
    service: args.service,
    start: args.start,
    ...(args.end ? { end: args.end } : {}),
    ...(args.except ? { except: args.except } : {}),
    ...placeParams(args.place),
  })}`

/** Path of `GET /app/slots` for local dates `YYYY-MM-DD`. */
export const slotsPath = (args: {
  service: string
  from: string
  to: string
  place: PlaceQuery
  except?: string | undefined
  /** People who go at the same time. */
  crew?: number | undefined
}): string =>
  `/api/app/slots?${new URLSearchParams({
    service: args.service,
    from: args.from,
    to: args.to,
    ...(args.except ? { except: args.except } : {}),
    ...(args.crew && args.crew > 1 ? { crew: `${args.crew}` } : {}),
    ...placeParams(args.place),
  })}`
