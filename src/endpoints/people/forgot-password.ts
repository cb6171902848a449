import { addDataAndFileToRequest } from 'payload'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { inWords } from '../../contracts/in-words.ts'
import { sendLinkSchema } from '../../contracts/people/session.ts'
import { sendAccountMail } from '../../operations/people/send-account-mail.ts'
import type { AccountCollection } from '../../operations/people/create-session.ts'

type Account = { id: string; active?: boolean | null }

/**
 * `POST /{users,customers}/forgot-password { email }`: queues a mail with a link to choose a new
 * password, in place of the framework's own, which would leave by a door of its own. Whether the
 * account exists cannot be told from the answer.
 */
export const forgotPasswordEndpoint = (collection: AccountCollection): ScopedEndpoint => ({
  path: '/forgot-password',
  method: 'post',
  custom: { scopes: 'people' },
  handler: async (req) => {
    // The panel's form comes as a form, integrators' requests as JSON.
    await addDataAndFileToRequest(req)
    const { email } = sendLinkSchema.parse(req.data ?? {}, inWords)
    const where = { email: { equals: email } }
    const account = await req.payload.db.findOne<Account>({ collection, req, where })
    if (account && account.active !== false) {
      await sendAccountMail(req, { event: 'password-reset', collection, id: account.id })
    }
    return Response.json({ message: 'If we know this address, a link is on its way to it.' })
  },
})
