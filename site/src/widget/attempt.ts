/** One try to book: its key makes the same wish count once, however often it is sent. */
export type Attempt<Body> = {
  key: string
  body: Body
  /** Its answer never came, so nobody knows whether it booked. */
  isOpen: boolean
}

/**
 * The try to send for a wish: an open one comes first, unchanged, lest the wish be granted twice;
 * the same wish keeps its key; another wish gets a new one.
 */
export const attemptFor = <Body>(
  previous: Attempt<Body> | null,
  body: Body,
  newKey: () => string,
): Attempt<Body> => {
  if (previous?.isOpen) return previous
  if (previous && JSON.stringify(previous.body) === JSON.stringify(body)) return previous
  return { key: newKey(), body, isOpen: false }
}

/** Forty hexadecimal digits; `randomUUID` is missing on pages without https. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
