import type { EmailAdapter } from 'payload'

/**
 * Keeps the framework from sending mail past the deliveries ledger:
 * what people get is queued by operations. A host's own adapter stays.
 */
export const disablePayloadEmail: EmailAdapter<void> = ({ payload }) => ({
  name: 'ledger',
  defaultFromAddress: 'none@localhost',
  defaultFromName: 'Fieldbook',
  sendEmail: async ({ subject }) => {
    payload.logger.warn(`Not sent, because mail leaves through deliveries: ${String(subject)}`)
  },
})
