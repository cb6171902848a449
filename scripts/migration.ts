import { execFileSync } from 'node:child_process'

const [name] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Name the migration, such as: npm run migration -- cancellation_fees\n')
  process.exit(2)
}

// Only the collections and the newest snapshot are read, so no database is needed.
const env = {
  ...process.env,
  PAYLOAD_SECRET: 'migration',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
}
const args = ['node_modules/payload/bin.js', 'migrate:create', name, '--skip-empty']

/** Writes what the collections have and the newest migration does not, with its snapshot, and lists it. */
execFileSync(process.execPath, args, { env, stdio: 'inherit' })
