import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from '../../../src/server/file-lock.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fieldbook-lock-'))
  file = path.join(folder, 'inner', 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('only one process builds at a time, and the others say that they are waiting', async () => {
  let working = 0
  let most = 0
  let done = 0
  let waited = 0
  const work = async () => {
    working += 1
    most = Math.max(most, working)
    await turn()
    working -= 1
    done += 1
  }

  await Promise.all(
    Array.from({ length: 4 }, () => withLock(file, { work, onWait: () => (waited += 1) })),
  )

  expect({ most, done, waited }).toEqual({ most: 1, done: 4, waited: 3 })
})

test('a build that failed leaves the lock to the next', async () => {
  const fail = () => Promise.reject(new Error('It does not compile.'))
  await expect(withLock(file, { work: fail, onWait: () => undefined })).rejects.toThrow(
    'It does not compile.',
  )
  const waits: string[] = []
  await withLock(file, { work: () => turn(), onWait: () => waits.push('waited') })
  expect(waits).toEqual([])
})

test('a process that is killed while it builds leaves the lock to the one that waits', async () => {
  const source = `
    import { withLock } from './src/server/file-lock.ts'
    const work = () => new Promise((resolve) => {
      process.stdout.write('locked')
      setTimeout(resolve, 2 ** 30)
    })
    await withLock(process.argv[1], { work, onWait: () => undefined })`
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', source, '--', file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  let isDone = false
  await withLock(file, {
    onWait: () => {
      expect(isDone).toBe(false)
      holder.kill('SIGKILL')
    },
    work: async () => {
      await turn()
      isDone = true
    },
  })
  expect(isDone).toBe(true)
})
