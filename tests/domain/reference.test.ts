import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { referencePages } from '../../scripts/reference.ts'

test.each(Object.entries(referencePages()))(
  'the page of %s says what the code says; `npm run generate` writes it',
  (name, text) => {
    expect(readFileSync(`docs/reference/${name}.md`, 'utf8')).toBe(text)
  },
)

const endpointFiles = readdirSync('src/endpoints', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/endpoints/${file}`)

test('every schema that checks a query or a body is in the reference', () => {
  const checked = endpointFiles.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const bodies = [...text.matchAll(/bodyOf\(req, (\w+)\)/g)].map(([, name]) => `body: ${name}`)
    const queries = [...text.matchAll(/(\w+)\.parse\(req\.query\)/g)].map(
      ([, name]) => `query: ${name}`,
    )
    return [...bodies, ...queries]
      .filter((fact) => !text.includes(fact))
      .map((fact) => `${file}: ${fact}`)
  })
  expect(checked).toEqual([])
})
