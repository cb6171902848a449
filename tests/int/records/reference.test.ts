import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { referencePages } from '../../../scripts/reference.ts'

test.each(Object.entries(referencePages()))(
  'the page of %s says what the code says; `npm run generate` writes it',
  (name, text) => {
    expect(readFileSync(`docs/reference/${name}.md`, 'utf8')).toBe(text)
  },
)
