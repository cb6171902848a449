import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { lifecyclesPage } from './lifecycle-diagrams.ts'
import { referencePages } from './reference.ts'

const env = {
  ...process.env,
  PAYLOAD_SECRET: 'generate',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
}

/** Types and import map follow from the collections; run it after changing one. */
for (const what of ['generate:types', 'generate:importmap']) {
  const args = ['node_modules/payload/bin.js', what]
  execFileSync(process.execPath, args, { env, stdio: 'inherit' })
}
writeFileSync('docs/lifecycles.md', lifecyclesPage())
mkdirSync('docs/reference', { recursive: true })
for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(`docs/reference/${name}.md`, text)
}
