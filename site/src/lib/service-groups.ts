import type { IconName } from '../../../src/domain/words/icon-paths.ts'
import type { Service } from './shapes.ts'

export type ServiceGroup = { name: string; description: string | null; services: Service[] }

/** Services under their categories, categories in the order the office gave them. */
export function serviceGroups(services: Service[]): ServiceGroup[] {
  const order = (of: Service) => of.category?.order ?? Number.MAX_SAFE_INTEGER
  const groups = new Map<string, ServiceGroup>()
  for (const service of [...services].sort((one, other) => order(one) - order(other))) {
    const name = service.category?.name ?? 'Other services'
    const description = service.category?.description ?? null
    const group = groups.get(name) ?? { name, description, services: [] }
    group.services.push(service)
    groups.set(name, group)
  }
  return [...groups.values()]
}

const icons: [RegExp, IconName][] = [
  [/plumb|water|drain|hot water|bath/i, 'drop'],
  [/electric|light|power/i, 'bolt'],
  [/garden|lawn|outdoor|tree/i, 'leaf'],
  [/air|heat|cool|climate/i, 'snow'],
  [/clean|wash/i, 'sparkle'],
  [/home|care|inspect|advice|remote/i, 'home'],
]

/** A picture for a category, guessed from its name; a wrench fits everything else. */
export const categoryIcon = (name: string): IconName =>
  icons.find(([pattern]) => pattern.test(name))?.[1] ?? 'wrench'
