/** Whether somebody's word can be an id at all; what a form posts may be anything. */
export const isId = (word: string | undefined): word is string =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word ?? '')
