import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { mintLink } from '../operations/messages/mint-link.ts'
import { seedDemo } from '../seed/seed-demo.ts'
import type { Login } from '../seed/world.ts'

const hour = 3_600_000

const linesOf = (logins: Login[]): string[] => {
  const width = Math.max(...logins.map(({ email }) => email.length))
  return [
    'Demo logins (shown once, kept in the data folder as logins.txt):',
    ...logins.map(
      ({ email, password, ...rest }) =>
        `  ${email.padEnd(width)}  ${password}  ${Object.values(rest).join(' · ')}`,
    ),
  ]
}

/**
 * Fills an empty database with the demo company; returns what to print, or null if it has data.
 * The logins are in the data folder before the company is there: no interruption leaves it locked.
 */
export const fillDemo = async (
  payload: Payload,
  { log, dataDir }: { log: (line: string) => void; dataDir: string },
): Promise<string[] | null> => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs > 0) return null
  const keep = (lines: string[]) =>
    writeFileSync(path.join(dataDir, 'logins.txt'), `${lines.join('\n')}\n`, { mode: 0o600 })
  const logins = await seedDemo({
    payload,
    now: Date.now(),
    log,
    keep: (made) => keep(linesOf(made)),
  })
  const { docs } = await payload.find({
    collection: 'users',
    where: { 'role.slug': { equals: 'administrator' } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const req = await createLocalReq({}, payload)
  const link = docs[0]
    ? await mintLink(req, {
        purpose: 'enter',
        subjectType: 'users',
        subjectId: docs[0].id,
        expiresAt: Date.now() + hour,
      })
    : null
  const lines = [
    ...linesOf(logins),
    ...(link ? [`One-time sign-in to the panel, valid for an hour: ${link}`] : []),
  ]
  keep(lines)
  return lines
}
