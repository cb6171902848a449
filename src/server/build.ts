import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './file-lock.ts'
import { root } from './environment.ts'

const panelSources = [
  ...['src', 'collections', 'plugins', 'payload.config.ts', 'next.config.mjs', 'package-lock.json'],
]
const siteSources = ['site', 'src/contracts', 'src/domain', 'package-lock.json']
const isGenerated = (name: string) => name === 'node_modules' || name === '.astro'

const filesIn = (place: string): string[] => {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => !isGenerated(name))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)))
}

const stampOf = (sources: string[]): string => {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const run = (file: string, args: string[], say: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const since = Date.now()
    const tick = setInterval(
      () => say(`    … ${Math.round((Date.now() - since) / 1000)} s`),
      15_000,
    )
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.once('exit', (code) => {
      clearInterval(tick)
      if (code === 0) resolve()
      else reject(new Error(`${file} failed:\n${output.slice(-4000)}`))
    })
  })

type Part = { name: 'panel' | 'site'; sources: string[]; output: string }

/** Makes a part of the build where its sources changed; processes that want it at once make it once. */
const once = async (
  { name, sources, output }: Part,
  say: (line: string) => void,
  make: () => Promise<void>,
): Promise<void> => {
  const stamps = path.join(root, '.build')
  const file = path.join(stamps, name)
  const stamp = stampOf(sources)
  const isFresh = () =>
    existsSync(path.join(root, output)) && existsSync(file) && readFileSync(file, 'utf8') === stamp
  if (isFresh()) return
  await withLock(path.join(stamps, `${name}.lock`), {
    onWait: () => say(`Waiting for another process that builds the ${name} …`),
    work: async () => {
      if (isFresh()) return
      await make()
      writeFileSync(file, stamp)
    },
  })
}

/** Builds the site where its sources changed since the last time. */
export const buildSite = (say: (line: string) => void): Promise<void> =>
  once({ name: 'site', sources: siteSources, output: 'dist/site/server/entry.mjs' }, say, () => {
    say('[1/2] Building the site (some seconds) …')
    return run('node_modules/astro/bin/astro.mjs', ['build', '--root', 'site'], say)
  })

/** Builds the site and the panel where their sources changed since the last time. */
export const build = async (say: (line: string) => void): Promise<void> => {
  await buildSite(say)
  await once({ name: 'panel', sources: panelSources, output: '.next/BUILD_ID' }, say, () => {
    say('[2/2] Building the panel (a minute or two, the first time) …')
    return run('node_modules/next/dist/bin/next', ['build'], say)
  })
}
