export const officeKinds = ['staff', 'api-key', 'system'] as const

/**
 * Whether an actor works for the business: its staff, the programs it gave a key, and the rules
 * themselves. What each of them may do is a matter of their permissions, and of a key's scopes.
 */
export const isOffice = ({ kind }: { kind: string }): boolean =>
  (officeKinds as readonly string[]).includes(kind)

/** Whether an actor is a customer, signed in or by the link in a message. */
export const isCustomer = ({ kind }: { kind: string }): boolean =>
  kind === 'customer' || kind === 'link'

/** Whether an actor books for themselves: a customer or a guest. */
export const isSelfBooker = (actor: { kind: string }): boolean =>
  isCustomer(actor) || actor.kind === 'anonymous'
