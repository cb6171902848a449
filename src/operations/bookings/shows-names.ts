import type { PayloadRequest } from 'payload'

/** Whether customers are told who comes (`portal-settings`). */
export const showsNames = async (req: PayloadRequest): Promise<boolean> => {
  const { showFieldworkerName } = await req.payload.findGlobal({
    slug: 'portal-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return showFieldworkerName !== false
}
