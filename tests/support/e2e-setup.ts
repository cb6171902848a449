import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

/** Vitest calls this once for each project; what it prepares is one for all of them. */
const run = globalThis as { demoOfRun?: string }

const makeDemoFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fieldbook-demo-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Starts the build of the pages before anything asks for them, and makes the folder of the demo. */
export default function setup(project: TestProject): () => void {
  const isPrepared = run.demoOfRun !== undefined
  const demo = (run.demoOfRun ??= makeDemoFolder())
  project.provide('demo' as never, demo as never)
  if (isPrepared) return () => undefined

  const builder = spawn(process.execPath, ['tests/support/build-pages.ts'], {
    stdio: 'ignore',
    detached: true,
  })
  const isBuilding = () => builder.exitCode === null && builder.signalCode === null
  return () => {
    // Its whole group, or the compiler it has started would go on.
    if (builder.pid && isBuilding()) process.kill(-builder.pid)
    rmSync(demo, { recursive: true, force: true })
  }
}
