import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

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
const folder = 'src/database/migrations'

/** `20261201_015046_cancellation_fees` is imported as `cancellationFees`. */
const identifier = (file: string): string =>
  file.replace(/^\d+_\d+_/, '').replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

/** The framework's form imports types as values and files without their ending. */
const inOurForm = (file: string): void => {
  const written = readFileSync(file, 'utf8')
  const types = 'import { type MigrateDownArgs, type MigrateUpArgs, sql }'
  writeFileSync(
    file,
    written
      .replace('import { MigrateUpArgs, MigrateDownArgs, sql }', types)
      .replaceAll('{ db, payload, req }', '{ db }'),
  )
}

const listOf = (files: string[]): string =>
  [
    ...files.map((file) => `import * as ${identifier(file)} from './${file}.ts'`),
    '',
    'export const migrations = [',
    ...files.map((file) => {
      const at = identifier(file)
      return `  { up: ${at}.up, down: ${at}.down, name: '${file}' },`
    }),
    ']',
    '',
  ].join('\n')

/** Writes what the collections have and the newest migration does not, with its snapshot, and lists it. */
execFileSync(process.execPath, args, { env, stdio: 'inherit' })
const files = readdirSync(folder)
  .filter((file) => /^\d.*\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''))
  .toSorted()
for (const file of files) inOurForm(path.join(folder, `${file}.ts`))
writeFileSync(path.join(folder, 'index.ts'), listOf(files))
