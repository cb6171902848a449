const suffix = '@no-email.invalid'

/** Whether the address is one that the product made up for an account without e-mail. */
export const addressNobodyReads = (email: string): boolean => email.endsWith(suffix)

/** The login name of an account without e-mail, which no mail can reach. */
export const madeUpAddress = (id: string): string => `${id}${suffix}`

/** A stored address as people see it: nothing where the product made it up. */
export const emailInWords = (email: string | null | undefined): string =>
  email && !addressNobodyReads(email) ? email : ''
