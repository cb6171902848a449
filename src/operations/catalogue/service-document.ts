import type { PayloadRequest } from 'payload'
import { keptDocument } from '../../database/reference.ts'
import type { Service } from '../../payload-types.ts'

/** The whole service by id, as committed; null where there is none. */
export const serviceDocument = (req: PayloadRequest, id: string): Promise<Service | null> =>
  keptDocument(req, `services:${id}`, () =>
    req.payload.findByID({
      collection: 'services',
      id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    }),
  )
