import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { findBinaries } from './find-binaries.ts'

type Owner = { uid?: number; gid?: number }

/** Where PostgreSQL's programs and data are, and the account that may run them. */
export type Home = { bin: string; data: string; owner: Owner }

const idOf = (user: string, flag: string): number | null => {
  try {
    return Number(
      execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
    )
  } catch {
    return null
  }
}

/** PostgreSQL refuses to run as root, so root lends it an account without rights. */
const ownerOf = (): Owner => {
  if (process.getuid?.() !== 0) return {}
  const user = idOf('postgres', '-u') === null ? 'nobody' : 'postgres'
  return { uid: idOf(user, '-u') ?? 65_534, gid: idOf(user, '-g') ?? 65_534 }
}

const runsFrom = (bin: string, owner: Owner): boolean => {
  try {
    execFileSync(path.join(bin, 'postgres'), ['--version'], { ...owner, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const isReachable = (folder: string, owner: Owner): boolean => {
  if (owner.uid === undefined) return true
  try {
    execFileSync('test', ['-x', folder], { ...owner, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Data lives in `dataDir`; where the lent account cannot reach that folder (a home of root's, say),
 * programs and data move to a folder of their own under /var/lib.
 */
export const findHome = (dataDir: string): Home => {
  const owner = ownerOf()
  const { bin } = findBinaries()
  mkdirSync(dataDir, { recursive: true })
  if (runsFrom(bin, owner) && isReachable(dataDir, owner)) {
    return { bin, data: path.join(dataDir, 'postgres/data'), owner }
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const home = path.join('/var/lib', `fieldbook-${name}`)
  const copied = path.join(home, 'native')
  if (!existsSync(copied)) {
    mkdirSync(home, { recursive: true })
    chmodSync(home, 0o755)
    cpSync(path.dirname(bin), copied, { recursive: true, verbatimSymlinks: true })
  }
  return { bin: path.join(copied, 'bin'), data: path.join(home, 'postgres/data'), owner }
}
