import { execFileSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { startDatabaseServer } from './database-server.ts'
import { runSql } from './run-sql.ts'

/** Copying the files takes a third of the time of writing each page to the log, the newer default. */
const templateClause = async (url: string): Promise<string> => {
  const [row] = await runSql<{ server_version_num: string }>(url, 'show server_version_num')
  const hasStrategies = Number(row?.server_version_num) >= 150_000
  return `template fieldbook_template${hasStrategies ? ' strategy file_copy' : ''}`
}

/** One database server a run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDatabaseServer()
  await runSql(server.url, 'create database fieldbook_template')
  const template = new URL(server.url)
  template.pathname = '/fieldbook_template'
  try {
    execFileSync(process.execPath, ['tests/support/build-template.ts'], {
      env: { ...process.env, DATABASE_URL: template.href, PAYLOAD_SECRET: 'tests-only' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('databaseServer' as never, server.url as never)
  project.provide('template' as never, (await templateClause(server.url)) as never)
  return server.stop
}
