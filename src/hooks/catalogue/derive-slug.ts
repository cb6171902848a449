import { randomUUID } from 'node:crypto'
import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { freeSlug, slugOf } from '../../domain/catalogue/slug.ts'
import type { Service } from '../../payload-types.ts'

const takenLike = async (req: PayloadRequest, slug: string): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'services',
    where: { slug: { like: slug } },
    select: { slug: true },
    ...{ pagination: false, depth: 0, trash: true, overrideAccess: true, req },
  })
  return docs.map((doc) => doc.slug)
}

/**
 * Derive: the address of a service follows from its name where none is given, and is spelled as
 * addresses are where one is.
 */
export const deriveSlug: CollectionBeforeValidateHook<Service> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const { name, slug } = data
  if (typeof slug === 'string' && slug.trim() !== '') {
    const spelled = slug === originalDoc?.slug ? slug : slugOf(slug)
    return { ...data, slug: spelled || slug }
  }
  if (operation !== 'create' || typeof name !== 'string' || (slug ?? '') !== '') return data
  const made = slugOf(name) || randomUUID().slice(0, 8)
  return { ...data, slug: freeSlug(made, await takenLike(req, made)) }
}
