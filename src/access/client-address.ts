/** The client's address as the shell found it out, for the history; null inside the process. */
export const clientAddress = (headers: Headers | undefined): string | null =>
  headers?.get('x-client-address') ?? headers?.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null
