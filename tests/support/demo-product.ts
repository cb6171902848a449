import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { withLock } from '../../src/server/file-lock.ts'
import { makeDataDir, type Product, startProduct } from './product.ts'

/** A data folder as the first start leaves it, once it has stopped again. */
const makeDemo = async (): Promise<string> => {
  const dataDir = makeDataDir()
  const product = await startProduct({}, { dataDir })
  await product.quit()
  if (existsSync(path.join(dataDir, 'postgres/data/postmaster.pid'))) {
    throw new Error('The database of the demo has not stopped, so its files cannot be copied.')
  }
  return dataDir
}

/** The data folder of the demo of this run; the first file that asks for it makes it. */
const demoOfRun = async (): Promise<string> => {
  const place: string = inject('demo' as never)
  const ready = path.join(place, 'data')
  await withLock(path.join(place, 'lock'), {
    onWait: () => undefined,
    work: async () => {
      if (!existsSync(ready)) renameSync(await makeDemo(), ready)
    },
  })
  return ready
}

/**
 * The whole product on a port and data of its own, with a copy of the demo company that the run
 * has made once: a start, but not a first one.
 */
export const startDemoProduct = async (): Promise<Product> => {
  const dataDir = makeDataDir()
  // The database's files belong to the account that runs it, which Node's own copying forgets.
  execFileSync('cp', ['-a', `${await demoOfRun()}/.`, dataDir])
  return startProduct({}, { dataDir })
}
