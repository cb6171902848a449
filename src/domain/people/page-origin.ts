/** Every page may embed: stands in the list of origins in place of them all. */
export const anyPage = '*'

/** The origin of a page as browsers name it, from an origin or an address on it; null for none. */
export const pageOriginOf = (address: string): string | null => {
  const text = address.trim()
  if (text === anyPage) return anyPage
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const { username, password, hostname, origin } = new URL(text)
  return username || password || hostname.includes('*') ? null : origin
}

/** Whether pages of `origin` may embed the booking widget: nobody unless listed. */
export const mayEmbed = (origin: string, listed: readonly string[]): boolean =>
  listed.includes(anyPage) || (origin !== 'null' && listed.includes(origin))
