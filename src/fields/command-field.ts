import type { JSONField } from 'payload'

/** The named command a save carries out, with its reason; never stored. */
export const commandField: JSONField = {
  name: 'command',
  type: 'json',
  virtual: true,
  admin: { hidden: true },
}
