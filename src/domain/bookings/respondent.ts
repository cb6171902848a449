export type AskedOffer = { fieldworker: string | null; state: string }

/**
 * For whom the office answers where it names nobody: whoever has the visit, else the one person who
 * is asked, else whoever declined last; null where several are asked or nobody was.
 */
export const respondentOf = (
  assigned: string | null,
  offers: readonly AskedOffer[],
): string | null => {
  if (assigned) return assigned
  const open = offers.filter(({ state }) => state === 'pending')
  if (open.length > 1) return null
  const asked = open[0] ?? offers.findLast(({ state }) => state === 'declined')
  return asked?.fieldworker ?? null
}
