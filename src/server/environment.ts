import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { StartError } from './start-error.ts'

const schema = z.object({
  /** An own PostgreSQL; without it the embedded one runs, with its data in `DATA_DIR`. */
  DATABASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Origin under which browsers reach the product. Default: http://HOST:PORT. */
  SERVER_URL: z.url().optional(),
  /** Signs sessions; drawn once and kept in `DATA_DIR` when left out. */
  PAYLOAD_SECRET: z.string().min(24).optional(),
  /** `off` leaves background work to `npm run worker`. */
  WORKER: z.enum(['on', 'off']).default('on'),
  /** `off` keeps an empty embedded database empty. */
  DEMO: z.enum(['on', 'off']).default('on'),
  /** Address of map pictures, `https://tiles.example/{z}/{x}/{y}.png`; none is asked for without. */
  MAP_TILE_URL: z.url().optional(),
  /** Whose pictures they are, as their licence wants it said on the map. */
  MAP_TILE_ATTRIBUTION: z.string().max(300).optional(),
  /** Proxies whose X-Forwarded-For counts, as Express spells them. */
  TRUST_PROXY: z.string().default('loopback'),
})

export type Environment = z.output<typeof schema> & { serverUrl: string; dataDir: string }

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The settings of the process. @throws {Error} naming every variable that is malformed */
export const readEnvironment = (values: NodeJS.ProcessEnv = process.env): Environment => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(
      ({ path: name, message }) => `${name.join('.')}: ${message}`,
    )
    throw new StartError(`The environment is not right: ${lines.join('; ')}`)
  }
  const { HOST, PORT, SERVER_URL, DATA_DIR } = read.data
  return {
    ...read.data,
    serverUrl: (SERVER_URL ?? `http://${HOST}:${PORT}`).replace(/\/$/, ''),
    dataDir: path.resolve(root, DATA_DIR),
  }
}
