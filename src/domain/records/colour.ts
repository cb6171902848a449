/** A colour goes into styles as it is stored: six hexadecimal digits and nothing else. */
export const isColour = (value: unknown): boolean =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
