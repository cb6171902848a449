import { existsSync } from 'node:fs'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { findHome } from '../src/server/database/find-home.ts'
import { readEnvironment, root } from '../src/server/environment.ts'

if (process.argv.includes('--mend-overlaps')) {
  const { mendDatabase } = await import('./mend-overlaps.ts')
  await mendDatabase()
}

type Finding = { name: string; isGood: boolean; said: string }

const find = (name: string, look: () => string): Finding => {
  try {
    return { name, isGood: true, said: look() }
  } catch (error) {
    return { name, isGood: false, said: (error as Error).message }
  }
}

const needed = (place: string, hint: string) => {
  if (!existsSync(path.join(root, place))) throw new Error(hint)
  return place
}

const findings = [
  find('Node', () => process.version),
  find('Settings', () => readEnvironment().serverUrl),
  find('Database', () => {
    const { DATABASE_URL, dataDir } = readEnvironment()
    return DATABASE_URL ? new URL(DATABASE_URL).host : `embedded, ${findHome(dataDir).bin}`
  }),
  find('Panel', () => needed('.next/BUILD_ID', 'Not built yet; `npm start` builds it.')),
  find('Site', () => needed('dist/site/server/entry.mjs', 'Not built yet; `npm start` builds it.')),
]

for (const { name, isGood, said } of findings) {
  process.stdout.write(`${isGood ? 'ok  ' : 'look'}  ${name.padEnd(10)}${said}\n`)
}
const canStart = findings.every(({ isGood }) => isGood)
const { DATABASE_URL, dataDir } = readEnvironment()

// What can never work as the company is set up; a product that never ran has no company yet.
if (canStart && (DATABASE_URL || existsSync(dataDir))) {
  const [{ checkSetup }, { withPayload }] = await Promise.all([
    import('../src/operations/setup/check-setup.ts'),
    import('./with-payload.ts'),
  ])
  await withPayload(async (payload) => {
    const checked = await checkSetup({ payload } as PayloadRequest).catch(() => null)
    if (!checked) {
      const hint = 'The database is from an earlier version; `npm start` updates it.'
      return void process.stdout.write(`look  ${'Setup'.padEnd(10)}${hint}\n`)
    }
    const { faults } = checked
    for (const { message, fix } of faults) {
      process.stdout.write(`look  ${'Setup'.padEnd(10)}${message} ${fix}\n`)
    }
    if (faults.length === 0) process.stdout.write(`ok    ${'Setup'.padEnd(10)}fits together\n`)
  })
}
process.exit(canStart ? 0 : 1)
