/** Whether an API key opens anything. */
export type KeyState = 'active' | 'expired' | 'revoked'

type Key = { active?: boolean | null; expiresAt?: string | null }

/** The state of an API key at `now` (epoch ms). */
export const keyStateOf = ({ active, expiresAt }: Key, now: number): KeyState => {
  if (active === false) return 'revoked'
  return expiresAt && Date.parse(expiresAt) <= now ? 'expired' : 'active'
}
