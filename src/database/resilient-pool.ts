import type { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'

/**
 * A pool whose process outlives its connections: one that the database closes, at rest or within a
 * transaction, is dropped. Whoever was using it is told by the next statement; unheard, the event
 * would end the process.
 */
export class SteadyPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options)
    this.on('error', () => undefined)
    this.on('connect', (client) => client.on('error', () => undefined))
  }
}

type Driver = NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

/** The driver for the adapter, which names the same things by types of its own. */
export const resilientDriver = { ...pg, Pool: SteadyPool } as unknown as Driver
