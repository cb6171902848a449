import { createLocalReq, type Payload } from 'payload'
import { mintLink } from '../operations/messages/mint-link.ts'
import { seedDemo } from '../seed/seed-demo.ts'

const hour = 3_600_000

/** Fills an empty database with the demo company; returns what to print, or null if it has data. */
export const fillDemo = async (
  payload: Payload,
  log: (line: string) => void,
): Promise<string[] | null> => {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs > 0) return null
  const logins = await seedDemo({ payload, now: Date.now(), log })
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
  const width = Math.max(...logins.map(({ email }) => email.length))
  return [
    'Demo logins (shown once, kept in the data folder as logins.txt):',
    ...logins.map(
      ({ email, password, ...rest }) =>
        `  ${email.padEnd(width)}  ${password}  ${Object.values(rest).join(' · ')}`,
    ),
    ...(link ? [`One-time sign-in to the panel, valid for an hour: ${link}`] : []),
  ]
}
