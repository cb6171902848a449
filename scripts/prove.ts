import { linesOf, prove } from '../src/database/proof/prove.ts'
import { withPayload } from './with-payload.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Checks a database, which may be in use, against everything that the rules promise of it. */
await withPayload(async (payload) => {
  const failed = await prove(payload, (proof) => {
    if (proof.failed === 0) say(`ok    ${proof.name.padEnd(18)}${proof.looked} ${proof.what}`)
    for (const line of linesOf(proof)) say(`FAIL  ${line}`)
  })
  if (failed === 0) return say('Everything adds up.')
  throw new Error(`${failed} ${failed === 1 ? 'exception' : 'exceptions'}; nothing was changed.`)
})
