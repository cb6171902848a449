import type { CollectionConfig } from 'payload'
import { lockDocument } from './lock-document.ts'
import { recordDeletion } from './record-deletion.ts'
import { recordHistory } from './record-history.ts'

/** Row lock and history for a collection without rules of its own. */
export const auditedHooks = {
  beforeOperation: [lockDocument],
  afterChange: [recordHistory({ locked: false })],
  afterDelete: [recordDeletion],
} satisfies CollectionConfig['hooks']
