import type { CollectionConfig } from 'payload'
import { lockDocument } from '../records/lock-document.ts'
import { recordDeletion } from '../records/record-deletion.ts'
import { recordHistory } from '../records/record-history.ts'
import { refuseBulk } from '../records/refuse-bulk.ts'
import { deriveAbsence } from './derive-absence.ts'
import { guardAbsence } from './guard-absence.ts'
import { recordAbsence, releaseAbsence } from './record-absence.ts'

/** The rules of somebody's absence, or of a closed location. */
export const unavailabilityHooks = {
  beforeOperation: [refuseBulk, lockDocument],
  beforeValidate: [deriveAbsence, guardAbsence],
  afterChange: [recordAbsence, recordHistory({ locked: false })],
  beforeDelete: [releaseAbsence],
  afterDelete: [recordDeletion],
} satisfies CollectionConfig['hooks']
