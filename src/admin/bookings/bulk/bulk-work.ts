import { type Answer, callApi } from '../../ui/call-api.ts'
import type { BookingRow } from '../list/booking-row.ts'
import { methodIn } from '../new/method-choice.tsx'

/** What became of one booking, in words. */
export type BulkResult = { ok: boolean; words: string }

/** Does its work on one booking, in a request and a transaction of its own. */
export type BulkWork = (row: BookingRow) => Promise<BulkResult>

const resultOf = <T>(answer: Answer<T>, done: string): BulkResult =>
  answer.ok
    ? { ok: true, words: done }
    : { ok: false, words: answer.errors.map(({ message }) => message).join(' ') }

/** A command of the booking. */
export const commandWork =
  (command: string, { body = {}, done }: { body?: object; done: string }): BulkWork =>
  async ({ id }) =>
    resultOf(await callApi(`/api/bookings/${id}/${command}`, { method: 'POST', body }), done)

/** Moves the booking to the Deleted list. */
export const deleteWork: BulkWork = async ({ id }) => {
  const body = { deletedAt: new Date().toISOString() }
  return resultOf(await callApi(`/api/bookings/${id}`, { method: 'PATCH', body }), 'Deleted.')
}

/** Accepts on behalf of those who are asked for its visits. */
export const acceptWork: BulkWork = async ({ id, acceptable }) => {
  const path = `/api/bookings/${id}/appointments/accept`
  return resultOf(await callApi(path, { method: 'POST', body: { ids: acceptable } }), 'Accepted.')
}

type Labelled = { labels?: string[] | null; version?: number }

/** Adds or takes away labels; the others that the booking has by then stay. */
export const labelWork =
  ({ labels, adding }: { labels: string[]; adding: boolean }): BulkWork =>
  async ({ id }) => {
    const path = `/api/bookings/${id}?depth=0&select[labels]=true&select[version]=true`
    const read = await callApi<Labelled>(path)
    if (!read.ok) return resultOf(read, '')
    const had = read.data.labels ?? []
    const others = had.filter((label) => !labels.includes(label))
    const body = { labels: adding ? [...others, ...labels] : others, version: read.data.version }
    const answer = await callApi(`/api/bookings/${id}?depth=0`, { method: 'PATCH', body })
    return resultOf(answer, adding ? 'Labelled.' : 'Label taken off.')
  }

/** Who gets the visits: a person by id, whoever suits each best, or the first who accepts. */
export type Wanted = { who: string; method: string; includesAssigned: boolean }

/** The answer of an assignment. */
export type Assigned = {
  appointment: { acceptance: string; fieldworker?: string | { id: string } | null }
}

/** The visits of the booking that such an assignment is about. */
export const visitsFor = (
  row: BookingRow,
  { includesAssigned }: Pick<Wanted, 'includesAssigned'>,
) => row.assignable.filter(({ isTaken }) => includesAssigned || !isTaken)

const assigned = ({ appointment }: Assigned, nameOf: (id: string) => string): string => {
  const { acceptance, fieldworker } = appointment
  const id = typeof fieldworker === 'string' ? fieldworker : fieldworker?.id
  if (!id) return 'Offered to everyone who can do it.'
  return acceptance === 'pending' ? `Offer sent to ${nameOf(id)}.` : `Assigned to ${nameOf(id)}.`
}

/** Assigns each open visit of the booking; what is refused leaves the others assigned. */
export const assignWork =
  (wanted: Wanted, nameOf: (id: string) => string): BulkWork =>
  async (row) => {
    const visits = visitsFor(row, wanted)
    if (visits.length === 0) return { ok: true, words: 'Nothing to assign.' }
    const { who, method } = wanted
    const body =
      who === 'everybody' ? { method: 'broadcast' } : { fieldworker: who, ...methodIn(method) }
    const results: BulkResult[] = []
    for (const { id } of visits) {
      const path = `/api/appointments/${id}/assign`
      const answer = await callApi<Assigned>(path, { method: 'POST', body })
      results.push(resultOf(answer, answer.ok ? assigned(answer.data, nameOf) : ''))
    }
    const words = [...new Set(results.map(({ words }) => words))].join(' ')
    return { ok: results.every(({ ok }) => ok), words }
  }
