import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

type Asked = { params: { collection: string; filename: string } }

/**
 * Answers for a picture whose file is not there, before the framework looks for it.
 * @throws {DomainError} not-found 404
 */
export const missingPicture = async (
  { payload }: PayloadRequest,
  { params: { collection, filename } }: Asked,
): Promise<void> => {
  const { upload } = payload.collections[collection as 'media'].config
  const file = path.join(path.resolve(upload.staticDir ?? collection), path.basename(filename))
  const found = await stat(file).catch(() => null)
  if (found?.isFile()) return
  throw new DomainError('not-found', 'There is no such picture.')
}
