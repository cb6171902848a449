import type { BoardPerson } from '../../../contracts/scheduling/board.ts'

/** Whose rows are shown, by name of a skill and of an area; empty for everybody. */
export type PeopleFilter = { skill: string; area: string }

/** Whether somebody has the skill and works in the area; without areas of their own, in all. */
export const fitsFilter = (
  { skills, areas }: Pick<BoardPerson, 'areas' | 'skills'>,
  { skill, area }: PeopleFilter,
): boolean =>
  (skill === '' || skills.includes(skill)) &&
  (area === '' || areas.length === 0 || areas.includes(area))

/** What can be filtered by: every skill and area that somebody on the board has, by name. */
export const filterChoices = (people: readonly BoardPerson[]) => {
  const names = (of: (person: BoardPerson) => string[]) =>
    [...new Set(people.flatMap(of))].toSorted((one, other) => one.localeCompare(other))
  return { skills: names(({ skills }) => skills), areas: names(({ areas }) => areas) }
}
