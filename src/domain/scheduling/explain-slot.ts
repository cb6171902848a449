import { personCauses } from './causes.ts'
import { explainPerson } from './explain-person.ts'
import { explainStart } from './explain-start.ts'
import type { ExplainPerson, ExplainWorld, Reason } from './explain-world.ts'
import { peopleNeeded } from './find-slots.ts'

export type ExplainedSlot = {
  possible: boolean
  needed: number
  available: number
  /** What holds for everybody. */
  causes: Reason[]
  people: { person: ExplainPerson; causes: Reason[] }[]
}

/** Whether enough people can take a visit at one start, and what keeps each of the others. */
export const explainSlot = (world: ExplainWorld): ExplainedSlot => {
  const causes = explainStart(world)
  const people = world.people.map((person) => ({ person, causes: explainPerson(world, person) }))
  const available = people.filter((one) => one.causes.length === 0).length
  const needed = peopleNeeded(world)
  return {
    possible: causes.length === 0 && available >= needed,
    needed,
    available,
    causes,
    people,
  }
}

/** The same in words that tell nobody's business: who asks learns that nobody is there, not why. */
export const anonymousCauses = (world: ExplainWorld, explained: ExplainedSlot): Reason[] => {
  const { causes, people, possible } = explained
  if (possible || causes.length > 0) return causes
  const eligible = people.filter((one) => !one.causes.some(({ code }) => isAboutPerson(code)))
  const isShort = (left: typeof people) => left.length < explained.needed
  if (isShort(eligible))
    return [{ code: 'service', message: `No one does ${world.service.name} at this place yet.` }]
  const working = eligible.filter((one) => !one.causes.some(({ code }) => code === 'outside-hours'))
  if (isShort(working))
    return [{ code: 'outside-hours', message: 'We do not work for the whole of this time.' }]
  return [{ code: 'occupied', message: 'Everyone is busy at this time.' }]
}

const aboutPerson: readonly string[] = personCauses

const isAboutPerson = (code: Reason['code']): boolean => aboutPerson.includes(code)
