import type { PayloadRequest } from 'payload'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { meAnswerSchema, sessionAnswerSchema } from '../../contracts/people/me.ts'
import { revokeSession } from '../../operations/people/revoke-session.ts'
import { siteCookieHeader } from '../../access/site-session.ts'
import {
  enterSchema,
  resetSchema,
  sendLinkSchema,
  signInSchema,
} from '../../contracts/people/session.ts'
import { enterByLink } from '../../operations/people/enter-by-link.ts'
import { findAccounts } from '../../operations/people/find-accounts.ts'
import { readMe } from '../../operations/people/read-me.ts'
import { resetPassword } from '../../operations/people/reset-password.ts'
import { sendAccountMail } from '../../operations/people/send-account-mail.ts'
import { signIn } from '../../operations/people/sign-in.ts'
import { bodyOf } from '../body-of.ts'

const opened = async (req: PayloadRequest, session: { cookie: string; next: string }) =>
  Response.json(
    { me: await readMe(req), next: session.next },
    { headers: { 'Set-Cookie': session.cookie, 'Cache-Control': 'no-store' } },
  )

/** Signing in and out of the site: by password, by mailed link, after a reset. */
export const sessionEndpoints: ScopedEndpoint[] = [
  {
    path: '/app/session',
    method: 'post',
    custom: { scopes: 'people', body: signInSchema, answer: sessionAnswerSchema },
    handler: async (req) => opened(req, await signIn(req, await bodyOf(req, signInSchema))),
  },
  {
    path: '/app/session/link',
    method: 'post',
    custom: { scopes: 'people', body: sendLinkSchema },
    handler: async (req) => {
      const { email } = await bodyOf(req, sendLinkSchema)
      // One mail, which offers every open account of the address.
      const accounts = await findAccounts(req, email)
      const account = accounts.find(({ active }) => active !== false)
      if (account) await sendAccountMail(req, { event: 'sign-in-link', ...account })
      return Response.json({}, { status: 202 })
    },
  },
  {
    path: '/app/session/enter',
    method: 'post',
    custom: { scopes: 'people', body: enterSchema, answer: sessionAnswerSchema },
    handler: async (req) =>
      opened(req, await enterByLink(req, (await bodyOf(req, enterSchema)).token)),
  },
  {
    path: '/app/session/reset',
    method: 'post',
    custom: { scopes: 'people', body: resetSchema, answer: sessionAnswerSchema },
    handler: async (req) => opened(req, await resetPassword(req, await bodyOf(req, resetSchema))),
  },
  {
    path: '/app/session',
    method: 'delete',
    custom: { scopes: 'people' },
    handler: async (req) => {
      await revokeSession(req)
      const isSecure = req.payload.config.serverURL.startsWith('https:')
      const gone = siteCookieHeader('', { isSecure, seconds: -1 })
      return Response.json({}, { headers: { 'Set-Cookie': gone } })
    },
  },
  {
    path: '/app/me',
    method: 'get',
    custom: { scopes: 'people', answer: meAnswerSchema },
    handler: async (req) =>
      Response.json({ me: await readMe(req) }, { headers: { 'Cache-Control': 'no-store' } }),
  },
]
