/** How far somebody's login is: none, switched off, made but never mailed, invited, or in use. */
export type LoginState = 'active' | 'invited' | 'none' | 'not-invited' | 'off'

type Account = {
  active?: boolean | null
  invitedAt?: string | null
  lastSeenAt?: string | null
}

/** The state of a login, as the office sees it in the list of the team. */
export const loginStateOf = (account: Account | null | undefined): LoginState => {
  if (!account) return 'none'
  if (account.active === false) return 'off'
  if (account.lastSeenAt) return 'active'
  return account.invitedAt ? 'invited' : 'not-invited'
}
