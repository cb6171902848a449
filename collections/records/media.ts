import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { missingPicture } from '../../src/endpoints/records/missing-picture.ts'
import { personField } from '../../src/fields/person-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { deriveFileName } from '../../src/hooks/records/derive-file-name.ts'
import { guardOwner } from '../../src/hooks/records/guard-owner.ts'
import { deriveAuthor } from '../../src/hooks/records/derive-author.ts'

const onShow = { kind: { in: ['service', 'portrait', 'logo'] } }

export const media = secured({
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: {
    group: 'Records',
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'kind', 'alt', 'booking'],
  },
  disableDuplicate: true,
  access: {
    create: { office: 'media.upload' },
    read: {
      office: true,
      customer: (id) => ({ or: [onShow, { 'booking.customer': { equals: id } }] }),
      fieldworker: async (fieldworker, req) => {
        const rows = await rowsOfVisits('booking', 'booking')(fieldworker, req)
        return rows ? { or: [onShow, rows] } : onShow
      },
      anyone: onShow,
    },
    update: { office: 'media.upload' },
    delete: { office: 'media.upload' },
  },
  upload: {
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
    constructorOptions: { limitInputPixels: 40_000_000, failOn: 'warning' },
    formatOptions: { format: 'webp', options: { quality: 82 } },
    resizeOptions: { width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true },
    imageSizes: [{ name: 'card', width: 640, height: 480, fit: 'cover' }],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    bulkUpload: false,
    handlers: [missingPicture],
    // A file comes with its form, never as the name of one that is stored elsewhere.
    requiresClientUploadReceipt: true,
  },
  hooks: {
    ...auditedHooks,
    beforeOperation: [...auditedHooks.beforeOperation, deriveFileName],
    beforeValidate: [guardOwner],
    beforeChange: [deriveAuthor('uploadedBy')],
  },
  fields: [
    { name: 'alt', label: 'What it shows', type: 'text' },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'attachment',
      options: ['attachment', 'before', 'after', 'service', 'portrait', 'logo'],
    },
    { name: 'booking', type: 'relationship', relationTo: 'bookings' },
    { ...personField('uploadedBy', 'Uploaded by'), access: { create: never, update: never } },
  ],
})
