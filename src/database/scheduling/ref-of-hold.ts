/** A pattern for `source_ref` that the rows of one hold match; without an id, none of any hold. */
export const refOfHold = (id: string | undefined) => (id ? `hold:${id}:%` : '')
