import type { Payload } from 'payload'
import { oneLine } from '../../domain/messages/render.ts'

/** The sending address: the configured one, else the company's, else one that nobody can answer. */
export const senderAddress = (
  payload: Payload,
  { name, email }: { name: string; email: string | null },
): { from: string; address: string } => {
  const { hostname } = new URL(payload.config.serverURL)
  const address = process.env['EMAIL_FROM'] || email || `no-reply@${hostname}`
  return { from: `"${oneLine(name).replace(/["\\<>]/g, '')}" <${oneLine(address)}>`, address }
}
