import type { PayloadRequest } from 'payload'
import { asCommand } from '../../access/command.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { sendAccountMail } from './send-account-mail.ts'

/** Mails a colleague the link with which they choose a password, and notes when. */
export const inviteUser = (req: PayloadRequest, id: string): Promise<void> =>
  inTransaction(req, async () => {
    const update = () =>
      req.payload.update({
        collection: 'users',
        id,
        data: { invitedAt: new Date().toISOString() },
        depth: 0,
        req,
        overrideAccess: false,
      })
    await asCommand(req, 'invite', update)
    await sendAccountMail(req, { event: 'invitation', collection: 'users', id })
  })
