/** What the company calls a fieldworker, in the forms that a sentence needs. */
export type TeamNoun = {
  /** "fieldworker". */
  one: string
  /** "fieldworkers". */
  many: string
  /** "Fieldworker". */
  title: string
  /** "Fieldworkers". */
  titles: string
  /** "a fieldworker", "an electrician". */
  indefinite: string
}

const plural = (word: string): string => {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`
  if (/(s|x|z|(?<!te)ch|sh)$/i.test(word)) return `${word}es`
  if (/(?<!hu)man$/.test(word)) return `${word.slice(0, -2)}en`
  return `${word}s`
}

/** A word of capitals is spelt out, as in "an HVAC tech". */
const acronym = /^\p{Lu}(\p{Lu}|$)/u

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const small = (word: string): string =>
  acronym.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1)

/** The forms of the company's word; "fieldworker" where it has none. */
export const teamNoun = (label: string | null | undefined): TeamNoun => {
  const one = small((label ?? '').trim() || 'fieldworker')
  const many = plural(one)
  const article = (acronym.test(one) ? /^[AEFHILMNORSX]/ : /^[aeiou]/i).test(one) ? 'an' : 'a'
  return { one, many, title: capital(one), titles: capital(many), indefinite: `${article} ${one}` }
}
