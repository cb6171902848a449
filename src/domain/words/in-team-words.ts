import type { TeamNoun } from './team-noun.ts'

/** Not within a quotation, where the word is the name of a parameter or a field. */
const glossaryWord = /(?<![“"'`.\w])(?:(a )?fieldworker|fieldworker(s))(?![”"'`\w])/gi

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** A sentence that speaks of fieldworkers, in the company's own word for them (FW-03). */
export const inTeamWords = (sentence: string, noun: TeamNoun): string =>
  sentence.replaceAll(glossaryWord, (found, article?: string, plural?: string) => {
    const one = article ? noun.indefinite : noun.one
    const said = plural ? noun.many : one
    return isCapital(found) ? capital(said) : said
  })
