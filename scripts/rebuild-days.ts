import { createLocalReq } from 'payload'
import { rebuildDayBitmaps } from '../src/database/scheduling/rebuild-day-bitmaps.ts'
import { withPayload } from './with-payload.ts'

/** Compares the materialised days with the occupancies and mends them, as after a raw import. */
await withPayload(async (payload) => {
  const mended = await rebuildDayBitmaps(await createLocalReq({}, payload))
  const said = mended === 0 ? 'Every day is as it should be.' : `${mended} days were mended.`
  process.stdout.write(`${said}\n`)
})
