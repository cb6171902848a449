import { expect, test } from 'vitest'
import { sourceOf } from '../../../src/domain/bookings/source-of.ts'

test.each([
  ['staff', 'admin', undefined, 'manual'],
  ['staff', 'rest', 'portal', 'manual'],
  ['staff', 'graphql', 'ai-agent', 'manual'],
  ['system', 'job', 'import', 'manual'],
  ['api-key', 'api', undefined, 'api'],
  ['api-key', 'api', 'portal', 'api'],
  ['api-key', 'api', 'ai-agent', 'ai-agent'],
  ['fieldworker', 'field', 'portal', 'fieldworker'],
  ['customer', 'portal', 'widget', 'portal'],
  ['anonymous', 'portal', 'manual', 'portal'],
  ['anonymous', 'widget', undefined, 'widget'],
  ['link', 'link', undefined, 'portal'],
])('a booking by %s through %s that claims %s comes from %s', (kind, channel, claimed, source) => {
  expect(sourceOf({ kind }, { channel, claimed })).toBe(source)
})
