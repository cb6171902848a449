import { randomInt } from 'node:crypto'

/** Letters and digits that nobody confuses when reading them aloud. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of three groups of five, about 74 bits; never from the seed's own generator. */
export const createPassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')
