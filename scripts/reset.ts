import { existsSync, rmSync } from 'node:fs'
import { findHome } from '../src/server/database/find-home.ts'
import { readEnvironment } from '../src/server/environment.ts'

const { dataDir, DATABASE_URL, serverUrl } = readEnvironment()
const say = (line: string) => process.stdout.write(`${line}\n`)
const isRunning = await fetch(`${serverUrl}/health/live`).then(
  ({ ok }) => ok,
  () => false,
)

if (DATABASE_URL) say('DATABASE_URL is set: its data is yours to drop. Nothing was touched.')
else if (isRunning) say('Fieldbook is running. Stop it with Ctrl-C, then reset.')
else {
  const { data } = findHome(dataDir)
  for (const place of [data, dataDir]) if (existsSync(place)) rmSync(place, { recursive: true })
  say('The demo data is gone. The next `npm start` begins anew.')
}
