import { spawn } from 'node:child_process'

export type ApiProcess = {
  url: string
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
}

/** Starts `api-process.ts` on a database; resolves once it takes requests. */
export const startApiProcess = async (
  { port, databaseUrl }: { port: number; databaseUrl: string },
  env: Record<string, string> = {},
): Promise<ApiProcess> => {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['tests/support/api-process.ts', `${port}`], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PAYLOAD_SECRET: 'tests-only',
      SERVER_URL: url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('ready') && resolve())
    child.once('exit', () => reject(new Error('The process did not start.')))
  })
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  return { url, kill }
}
