import { DomainError } from '../domain-error.ts'
import { writtenInstant } from './written-instant.ts'

/** Why somebody is away, or a location closed, as the product names it. */
export const absenceKinds = [
  { value: 'break', label: 'Break' },
  { value: 'personal', label: 'Personal' },
  { value: 'travel', label: 'Travel' },
  { value: 'leave', label: 'Leave' },
  { value: 'sick', label: 'Sick' },
  { value: 'closed', label: 'Closed' },
] as const

export type AbsenceKind = (typeof absenceKinds)[number]['value']

/** The kinds that a person can have; a location is closed. */
export const personalKinds = absenceKinds.filter(({ value }) => value !== 'closed')

/** `Sick` of `sick`. */
export const absenceKindWord = (kind: string): string =>
  absenceKinds.find(({ value }) => value === kind)?.label ?? kind

const edges = ['start', 'end'] as const

type Written = Partial<Record<(typeof edges)[number], string | null>>

/**
 * The edges of an absence as instants, where they are written as days or on a clock of `zone`;
 * what is an instant already stays.
 * @throws {DomainError} nonexistent-local-time, invalid-input, each naming the edge
 */
export const absenceEdges = (written: Written, zone: string): Written => {
  const read: Written = {}
  for (const edge of edges) {
    const value = written[edge]
    if (value === undefined) continue
    try {
      const at = writtenInstant(value, { zone, edge })
      read[edge] = at === null ? value : new Date(at).toISOString()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      throw new DomainError(error.code, error.message, { status: 422, field: edge })
    }
  }
  return read
}
