import type { TextField } from 'payload'

/** A local time of day, `HH:MM` on the 24-hour clock. */
export const wallClockField = (name: string): TextField => ({
  name,
  type: 'text',
  required: true,
  admin: { placeholder: '09:00' },
  validate: (value: null | string | undefined) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value ?? '') || 'Give a time as HH:MM.',
})
