import type { GlobalAfterChangeHook, GlobalBeforeOperationHook, GlobalConfig } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { writeAudit } from '../../database/records/audit.ts'
import { lockStream } from '../../database/locks.ts'
import { refuseNoSettings } from './refuse-no-record.ts'
import { deriveSettingsLists } from './derive-lists.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { whoActs } from '../../steps/records/who-acts.ts'

/** Settings are one row and may have none yet, so that their name is locked before they are read. */
const lockSettings: GlobalBeforeOperationHook = async ({ args, global, operation, req }) => {
  if (operation === 'update') await lockStream(req, `${global.slug}:${global.slug}`)
  return args
}

/** Record: one history entry for every save that changed a setting. */
const recordSettings: GlobalAfterChangeHook = async ({ data, doc, global, previousDoc, req }) => {
  const fields = global.flattenedFields
  const changes = changedFields({ fields, before: previousDoc ?? {}, after: data })
  if (Object.keys(changes).length === 0) return doc
  const event = {
    subjectType: global.slug,
    subjectId: global.slug,
    command: 'update',
    ...whoActs(req, await actorOf(req)),
    changes,
  }
  await writeAudit(req, [event], { isLocked: true })
  return doc
}

/** Lock, lists and history of every page of settings. */
export const settingsHooks = {
  beforeOperation: [refuseNoSettings, lockSettings],
  beforeValidate: [deriveSettingsLists],
  afterChange: [recordSettings],
} satisfies GlobalConfig['hooks']
