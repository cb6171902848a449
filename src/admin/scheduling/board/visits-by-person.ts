import { type BoardVisit, isOpen } from './board-visit.ts'

/** Whether somebody must still be found: nobody has it, or whoever was asked said no. */
export const isUnassigned = (visit: BoardVisit): boolean =>
  isOpen(visit) && (visit.person === null || visit.acceptance === 'declined')

/** The visits of each person's row, in order of time. */
export const visitsByPerson = (visits: readonly BoardVisit[]): Map<string, BoardVisit[]> => {
  const rows = new Map<string, BoardVisit[]>()
  for (const visit of visits) {
    if (!visit.person || isUnassigned(visit)) continue
    const row = rows.get(visit.person)
    if (row) row.push(visit)
    else rows.set(visit.person, [visit])
  }
  return rows
}
