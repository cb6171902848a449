import type { Payload } from 'payload'
import { mayEmbed } from '../domain/people/page-origin.ts'

/** How long an answer counts, so that a flood of requests does not read the settings each time. */
const keptMs = 2000

/** Whether pages of an origin may embed the widget, by the settings of two seconds ago at most. */
export const pageOrigins = (payload: Payload, now: () => number = Date.now) => {
  const read = async (): Promise<string[]> => {
    const { widgetOrigins } = await payload.findGlobal({
      slug: 'portal-settings',
      depth: 0,
      overrideAccess: true,
    })
    return widgetOrigins ?? []
  }
  let listed = Promise.resolve<string[]>([])
  let until = 0
  return async (origin: string): Promise<boolean> => {
    if (now() >= until) {
      until = now() + keptMs
      listed = read().catch(() => [])
    }
    return mayEmbed(origin, await listed)
  }
}
