import ipaddr from 'ipaddr.js'

/** A provider gives one line at least this much of IPv6: its addresses are one visitor's. */
const ipv6Subnet = 64

/**
 * Who a client address stands for wherever strangers are counted: an IPv4 address itself, however
 * it is written, and every address of an IPv6 /64 together. Anything else stands for itself.
 */
export const visitorOf = (address: string): string => {
  if (address === '' || !ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const { parts } = parsed as ipaddr.IPv6
  const shared = parts.map((part, at) => (at * 16 < ipv6Subnet ? part : 0))
  return `${new ipaddr.IPv6(shared).toString()}/${ipv6Subnet}`
}
