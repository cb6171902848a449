import { getPayload } from 'payload'
import { integrationsOf } from '../../src/integrations.ts'
import { sweepDeliveries } from '../../src/jobs/messages/sweep-deliveries.ts'
import { startWorker } from '../../src/server/worker.ts'

/**
 * A worker in a process of its own that a power cut ends in the middle of its first e-mail: `before`
 * it reaches the provider, or `after` the provider took it and before the receipt is written.
 */
const moment = process.argv[2]
const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config })
const ports = integrationsOf(payload)
const { email } = ports
if (!email) throw new Error('There is no e-mail port.')

const cut = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}

if (moment === 'before') ports.email = { ...email, send: cut }
if (moment === 'after') {
  ports.email = {
    ...email,
    send: async (...given) => {
      await email.send(...given)
      return cut()
    },
  }
}
await startWorker({ payload, databaseUrl: process.env['DATABASE_URL'] ?? '' })
// What was queued without a worker is found now, not at the next tick.
await sweepDeliveries(payload)
process.stdout.write('ready\n')
