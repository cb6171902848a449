import type { Payload } from 'payload'
import { integrationsOf } from '../../integrations.ts'
import { fillTravelTimes } from '../../steps/scheduling/travel-model.ts'

const everyMs = 15_000

/**
 * Asks the travel port now and then for the ways that searches of this process missed. Each process
 * keeps its own, because providers let nobody store their answers; not a tick, because a worker
 * elsewhere does not know what was missed here.
 */
export const startWarmingTravelTimes = (payload: Payload): { stop: () => void } => {
  if (!integrationsOf(payload).travel) return { stop: () => undefined }
  let timer: NodeJS.Timeout
  const learn = async () => {
    await fillTravelTimes(payload).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'ways by road' })
    })
    timer = setTimeout(learn, everyMs).unref()
  }
  timer = setTimeout(learn, everyMs).unref()
  return { stop: () => clearTimeout(timer) }
}
