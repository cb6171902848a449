import type { PayloadRequest } from 'payload'
import { cachedDocument } from '../../database/scheduling/reference-cache.ts'
import type { Service } from '../../payload-types.ts'

/** The whole service by id, as committed; null where there is none. */
export const serviceDocument = (req: PayloadRequest, id: string): Promise<Service | null> =>
  cachedDocument(req, `services:${id}`, () =>
    req.payload.findByID({
      collection: 'services',
      id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    }),
  )
