import { meAnswerSchema, sessionAnswerSchema } from '../../../../src/contracts/people/me.ts'
import { type Caller, call } from '../call.ts'
import { nothing } from './request-shapes.ts'

type Credentials = { email: string; password: string }

/** Signing in and out, and who is signed in. */
export const sessionApi = (caller: Caller) => ({
  signIn: (body: Credentials) =>
    call(caller, {
      path: '/api/app/session',
      method: 'POST',
      body,
      schema: sessionAnswerSchema,
    }),
  sendLink: (email: string) =>
    call(caller, {
      path: '/api/app/session/link',
      method: 'POST',
      body: { email },
      schema: nothing,
    }),
  enter: (token: string) =>
    call(caller, {
      path: '/api/app/session/enter',
      method: 'POST',
      body: { token },
      schema: sessionAnswerSchema,
    }),
  resetPassword: (body: { token: string; password: string }) =>
    call(caller, {
      path: '/api/app/session/reset',
      method: 'POST',
      body,
      schema: sessionAnswerSchema,
    }),
  signOut: () => call(caller, { path: '/api/app/session', method: 'DELETE', schema: nothing }),
  me: () => call(caller, { path: '/api/app/me', schema: meAnswerSchema }),
})
