import { migrate } from '../src/database/migrate.ts'
import { seedDemo } from '../src/seed/seed-demo.ts'
import { withPayload } from './with-payload.ts'

await withPayload(async (payload) => {
  await migrate(payload)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const logins = await seedDemo({ payload, now: Date.now(), log: say })
  for (const { email, password } of logins) say(`${email}  ${password}`)
})
