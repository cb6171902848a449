import { afterEach, expect, test, vi } from 'vitest'
import { sendMove, undoReason } from '../../../src/admin/scheduling/board/send-move.ts'
import type { BoardVisit } from '../../../src/admin/scheduling/board/board-visit.ts'

const visit = { id: 'v1', person: 'bo', start: 0, end: 60_000, status: 'confirmed' } as BoardVisit
const back = { person: 'bo', start: 60_000, end: 120_000 }
const moved = { status: 200, body: { appointment: { id: 'v2' } } }
const refused = (override?: { allowed: boolean; obstacles: string[] }) => ({
  status: 409,
  body: { errors: [{ code: 'slot-taken', message: 'Not then.', details: { override } }] },
})

/** What the server answers, one after the other; answers what was sent. */
const answering = (...answers: { status: number; body: object }[]) => {
  const sent: Record<string, unknown>[] = []
  vi.stubGlobal('fetch', async (_path: string, options: { body: string }) => {
    sent.push(JSON.parse(options.body) as Record<string, unknown>)
    const answer = answers[sent.length - 1]
    return Response.json(answer?.body, { status: answer?.status ?? 500 })
  })
  return sent
}
afterEach(() => vi.unstubAllGlobals())

test('undoing a move outside hours needs no new reason from a person who can assign anyway', async () => {
  const sent = answering(refused({ allowed: true, obstacles: ['hours'] }), moved)

  const answer = await sendMove(visit, back, { isUndo: true })

  expect(answer.ok).toBe(true)
  expect(sent.map(({ override, reason }) => [override, reason])).toEqual([
    [undefined, undefined],
    [true, undoReason],
  ])
})

test.each([
  ['whoever may not assign anyway', refused({ allowed: false, obstacles: ['hours'] }), true],
  ['other work in the way', refused(), true],
  ['a move that takes nothing back', refused({ allowed: true, obstacles: ['hours'] }), false],
] as const)('%s is refused once and for all', async (_who, answer, isUndo) => {
  const sent = answering(answer, moved)

  expect((await sendMove(visit, back, { isUndo })).ok).toBe(false)
  expect(sent).toHaveLength(1)
})
