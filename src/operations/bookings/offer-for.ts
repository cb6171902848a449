import type { PayloadRequest } from 'payload'
import type { AssignmentOffer } from '../../payload-types.ts'

/** An offer as it is now, for the rules; null when it is gone. */
export const offerFor = (req: PayloadRequest, id: string): Promise<AssignmentOffer | null> =>
  req.payload.findByID({
    collection: 'assignment-offers',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
