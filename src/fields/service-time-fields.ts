import type { Field, NumberField } from 'payload'

const stepped = (value: null | number | undefined): string | true =>
  value === null || value === undefined || value % 5 === 0 || 'Minutes go in steps of five.'

const minutes = (field: { name: string } & Partial<NumberField>): NumberField =>
  ({
    min: 0,
    ...field,
    type: 'number',
    admin: { step: 5, ...field.admin },
    validate: (value: null | number | undefined) => {
      if (field.required && (value === null || value === undefined)) return 'Give the minutes.'
      const least = field.min ?? 0
      if (typeof value === 'number' && value < least) return `Give at least ${least} minutes.`
      if (typeof value === 'number' && value > (field.max ?? 525_600)) return 'That is too long.'
      return stepped(value)
    },
  }) as NumberField

/** Length, buffers and the window in which a service can be booked; minutes in steps of five. */
export const serviceTimeFields: Field[] = [
  minutes({ name: 'durationMinutes', required: true, min: 5, max: 10_080, defaultValue: 60 }),
  {
    type: 'row',
    fields: [
      minutes({ name: 'bufferBeforeMinutes', max: 1440, defaultValue: 0 }),
      minutes({ name: 'bufferAfterMinutes', max: 1440, defaultValue: 0 }),
    ],
  },
  {
    type: 'row',
    fields: [
      minutes({
        name: 'noticeMinutes',
        admin: { description: 'Leave empty to use the default notice.' },
      }),
      {
        name: 'horizonDays',
        type: 'number',
        min: 1,
        max: 730,
        admin: { description: 'Leave empty to use the default horizon.' },
      },
      minutes({ name: 'slotIntervalMinutes', min: 5, max: 1440 }),
    ],
  },
]
