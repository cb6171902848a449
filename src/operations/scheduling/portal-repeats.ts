import type { PayloadRequest } from 'payload'

/** Whether customers book repeating visits in the portal (`portal-settings`). */
export const portalRepeats = async (req: PayloadRequest): Promise<boolean> => {
  const { bookingEnabled, customersMayRepeat } = await req.payload.findGlobal({
    slug: 'portal-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return bookingEnabled !== false && customersMayRepeat === true
}
