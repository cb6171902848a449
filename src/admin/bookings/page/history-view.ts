export type HistoryView = {
  id: string
  at: string
  command: string
  actor: string
  onBehalfOf: string
  channel: string
  ip: string
  reason: string
  changes: { field: string; from: string; to: string }[]
}
