import type { FinderAnswer } from '../../../contracts/scheduling/finder.ts'

type Found = { people: readonly Pick<FinderAnswer['people'][number], 'slots'>[] } & {
  place: Pick<FinderAnswer['place'], 'area'>
}

/** How many of the qualified people have time, as a sentence. */
export const timeWords = ({ people, place }: Found): string => {
  const all = people.length
  const able = people.filter(({ slots }) => slots > 0).length
  const where = place.area ? ` in ${place.area.name}` : ''
  if (all === 0) return `No one is qualified for this service${where || ' at this place'}.`
  if (all === 1)
    return `${able === 1 ? '1 qualified person is free' : 'The only qualified person isn’t free'}${where}.`
  if (able === 0) return `None of the ${all} qualified people has time${where}.`
  if (able === all)
    return `${all === 2 ? 'Both' : `All ${all}`} qualified people have time${where}.`
  return `${able} of ${all} qualified people ${able === 1 ? 'has' : 'have'} time${where}.`
}
