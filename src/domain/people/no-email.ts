/** Whether the address is one that the product made up for an account without e-mail. */
export const addressNobodyReads = (email: string): boolean => email.endsWith('@no-email.invalid')
