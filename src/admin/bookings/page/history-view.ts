export type ChangeView = { field: string; from: string; to: string }

/** One act: what somebody did in one sentence, and what it changed, record by record. */
export type HistoryView = {
  id: string
  at: string
  sentence: string
  channel: string
  ip: string
  reason: string
  records: { id: string; about: string; changes: ChangeView[] }[]
}
