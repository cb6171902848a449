import type { PayloadRequest } from 'payload'
import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { personField } from '../../src/fields/person-field.ts'
import { guardOwner } from '../../src/hooks/records/guard-owner.ts'

const ofVisits = rowsOfVisits('booking', 'booking')

const shared = async (fieldworker: string, req: PayloadRequest) => {
  const rows = await ofVisits(fieldworker, req)
  return rows && { and: [rows, { visibility: { in: ['fieldworker', 'everyone'] } }] }
}

export const comments = secured({
  slug: 'comments',
  labels: { singular: 'Comment', plural: 'Comments' },
  admin: {
    group: 'Messages',
    hidden: true,
    useAsTitle: 'body',
    defaultColumns: ['createdAt', 'booking', 'body', 'visibility'],
  },
  defaultSort: 'createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  access: {
    create: {
      office: 'comment.internal',
      fieldworker: async (fieldworker, req) => Boolean(await ofVisits(fieldworker, req)),
      onlyByCommand: true,
    },
    read: { office: 'comment.internal', fieldworker: shared },
    update: 'none',
    delete: 'none',
  },
  hooks: { beforeValidate: [guardOwner] },
  fields: [
    { name: 'booking', type: 'relationship', relationTo: 'bookings', required: true },
    { name: 'body', type: 'textarea', required: true, maxLength: 10_000 },
    {
      name: 'visibility',
      type: 'select',
      required: true,
      defaultValue: 'office',
      options: [
        { value: 'office', label: 'Office only' },
        { value: 'fieldworker', label: 'Office and fieldworkers' },
        { value: 'everyone', label: 'Everyone' },
      ],
    },
    { ...personField('author', 'Author'), access: { create: never, update: never } },
    { name: 'attachments', type: 'relationship', relationTo: 'media', hasMany: true },
  ],
})
