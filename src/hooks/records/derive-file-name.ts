import { randomUUID } from 'node:crypto'
import type { CollectionBeforeOperationHook } from 'payload'

const extension = /^image\/([a-z0-9]{1,8})$/

/** Names an uploaded picture: two may have had one name, and names on other machines say too much. */
export const deriveFileName: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  const [, type = 'bin'] = extension.exec(req.file.mimetype) ?? []
  req.file.name = `${randomUUID()}.${type}`
  return args
}
