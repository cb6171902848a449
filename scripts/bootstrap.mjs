// The first step of `npm start` and `npm test` on any Node from 20 on: installs what is missing and
// goes on with the pinned Node. It imports nothing that would have to be installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [script, ...args] = process.argv.slice(2)
const at = (...parts) => path.join(root, ...parts)

// What npm installed last, so that the next start need not compare every package.
const stamp = at('node_modules/.fieldbook-installed')
const wantedStamp = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')

const isInstalled = () => {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wantedStamp()
  const installed = at('node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, extraneous }]) =>
      name === '' || optional || devOptional || extraneous || present[name]?.version === version,
  )
}

const install = () => {
  process.stdout.write('Installing what is missing (a minute or two, the first time) …\n')
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(program, [...first, ...flags], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wantedStamp())
}

const pinnedNode = () => {
  const bin = at('node_modules/.bin/node')
  if (existsSync(bin)) return bin
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  process.stderr.write('No Node for this platform came with npm. Install Node 22.18 or newer.\n')
  process.exit(1)
}

if (!isInstalled()) install()
const node = pinnedNode()
const child = spawn(node, ['--disable-warning=ExperimentalWarning', at(script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_COMPILE_CACHE: at('node_modules/.cache/node'),
    PATH: `${at('node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
  },
})
// Ctrl-C reaches the child by itself; this process only waits for it.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
