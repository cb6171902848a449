import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { startEmbeddedPostgres } from '../../../src/server/database/embedded-postgres.ts'
import { findHome } from '../../../src/server/database/find-home.ts'
import { runSql } from '../../support/run-sql.ts'

test('an embedded database server that is killed runs again at its address', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'fieldbook-embedded-'))
  chmodSync(dataDir, 0o755)
  const { data } = findHome(dataDir)
  const server = await startEmbeddedPostgres({ dataDir })
  const said: string[] = []
  const giveUp = vi.fn()
  server.watch({ say: (line) => said.push(line), giveUp })
  await runSql(server.url, 'create table kept (word text)')
  const pid = () => Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const first = pid()

  process.kill(first, 'SIGKILL')
  await vi.waitFor(() => expect(said.at(-1)).toBe('The database server runs again.'), {
    timeout: 40_000,
  })

  expect(await runSql(server.url, 'select * from kept')).toEqual([])
  expect(pid()).not.toBe(first)
  expect(giveUp).not.toHaveBeenCalled()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
