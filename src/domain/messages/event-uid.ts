/**
 * The UID of a visit in calendars (RFC 5545 §3.8.4.7), the same whoever hands out the file: mail,
 * portal or widget.
 * @param origin id of the first visit of the chain: a visit that moves keeps its UID
 * @param host the hostname of the product
 */
export const eventUid = (origin: string, host: string): string => `${origin}@${host}`
