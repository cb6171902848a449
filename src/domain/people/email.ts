import { unicodeDomain } from './unicode-domain.ts'

/** Letters of any script, digits and the signs of RFC 5322 §3.2.3, as RFC 6531 widens them. */
const shape =
  /^([\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)@([^@\s]+)$/u
const domainShape =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** The domain as the DNS knows it, with its letters beyond ASCII encoded; empty for none. */
const asciiDomain = (domain: string): string => {
  if (/[/\\?#:%[\]]/.test(domain)) return ''
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return ''
  }
}

/**
 * An e-mail address as it is stored and compared: without blanks around it, composed (NFC), in lower
 * case, and with the letters of its domain, which browsers encode. Null for whatever no mail can be
 * sent to.
 */
export const readEmail = (typed: string): string | null => {
  const email = typed
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .normalize('NFC')
    .toLowerCase()
  const [, local, domain] = shape.exec(email) ?? []
  if (!local || !domain || local.length > 64 || email.length > 254) return null
  const ascii = asciiDomain(domain)
  const name = unicodeDomain(ascii)
  return domainShape.test(ascii) && asciiDomain(name) === ascii ? `${local}@${name}` : null
}

/** Says what an e-mail address looks like. */
export const emailRefusal = 'This is not an e-mail address. Give one such as name@example.com.'
