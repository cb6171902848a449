import { inTeamWords } from '../../domain/words/in-team-words.ts'
import { type TeamNoun, teamNoun } from '../../domain/words/team-noun.ts'

let noun = teamNoun(undefined)

/** What the company calls a fieldworker; every page sets it first. */
export const teamWord = (): TeamNoun => noun

export const setTeamWord = (label: string): void => {
  noun = teamNoun(label)
}

/** A sentence of the domain in the company's own words. */
export const inOwnWords = (sentence: string): string => inTeamWords(sentence, noun)
