/** Somebody who could take a visit, or the reasons why not. */
export type Person = { id: string; name: string; available: boolean; reasons: string[] }

/** Where the work is: one of both. */
export type PlaceQuery = { postcode?: string | undefined; location?: string | undefined }

const placeParams = ({ postcode, location }: PlaceQuery): Record<string, string> =>
  location ? { location } : postcode ? { postcode } : {}

/** Path of `GET /app/slots/people`. */
export const peoplePath = (args: { service: string; start: string; place: PlaceQuery }): string =>
  `/api/app/slots/people?${new URLSearchParams({
    service: args.service,
    start: args.start,
    ...placeParams(args.place),
  })}`

/** Path of `GET /app/slots` for local dates `YYYY-MM-DD`. */
export const slotsPath = (args: {
  service: string
  from: string
  to: string
  place: PlaceQuery
  fieldworker?: string
}): string =>
  `/api/app/slots?${new URLSearchParams({
    service: args.service,
    from: args.from,
    to: args.to,
    ...placeParams(args.place),
    ...(args.fieldworker ? { fieldworker: args.fieldworker } : {}),
  })}`
