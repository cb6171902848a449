/** Said of a number, an object or a list where a text belongs. */
export const giveText = 'Give this as text.'

/** Whether a validator may read the value as a text; callers send whatever they like. */
export const isTextOrNothing = (value: unknown): value is null | string | undefined =>
  value === null || value === undefined || typeof value === 'string'
