import { secured } from '../../src/access/collection-access.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { instantField } from '../../src/fields/instant-field.ts'

export const auditEvents = secured({
  slug: 'audit-events',
  labels: { singular: 'History entry', plural: 'History' },
  admin: {
    ...readOnlyAdmin,
    group: 'Records',
    useAsTitle: 'command',
    defaultColumns: ['at', 'actorName', 'command', 'subjectType', 'channel'],
  },
  defaultSort: '-at',
  timestamps: false,
  lockDocuments: false,
  disableDuplicate: true,
  access: { create: 'none', read: { office: 'audit.view' }, update: 'none', delete: 'none' },
  indexes: [{ fields: ['subjectType', 'subjectId', 'at'] }, { fields: ['booking', 'at'] }],
  fields: [
    instantField({ name: 'at', required: true, index: true }),
    { name: 'subjectType', label: 'What', type: 'text', required: true },
    { name: 'subjectId', type: 'text', required: true },
    { name: 'booking', type: 'text' },
    { name: 'command', label: 'Did', type: 'text', required: true },
    { name: 'actorKind', type: 'text', required: true },
    { name: 'actorId', type: 'text' },
    { name: 'actorName', label: 'Who', type: 'text' },
    { name: 'onBehalfOf', type: 'text' },
    { name: 'channel', label: 'From', type: 'text', required: true },
    { name: 'ip', type: 'text' },
    { name: 'changes', type: 'json' },
    { name: 'reason', type: 'text' },
    { name: 'version', type: 'number' },
    { name: 'prevHash', type: 'text' },
    { name: 'hash', type: 'text', required: true },
  ],
})
