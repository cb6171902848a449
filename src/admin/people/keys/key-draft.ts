/** What the office says about an API key. */
export type KeyDraft = { name: string; role: string; scopes: string[]; expires: string }

export const expiryChoices = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: 'never', label: 'Never' },
] as const

const dayMs = 86_400_000

/** The expiry that a choice means from `now` on; null for none, undefined to leave it as it is. */
export const expiryOf = (choice: string, now: number): string | null | undefined => {
  if (choice === 'keep') return undefined
  if (choice === 'never') return null
  return new Date(now + Number(choice) * dayMs).toISOString()
}
