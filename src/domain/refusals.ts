/** What a code of a refusal means at every door. */
type RefusalKind = {
  /** HTTP status. */
  status: number
  /** What happened, in a few words. */
  title: string
  /** What to do about it; a refusal's own sentence may say more. */
  hint: string
}

/**
 * Every code that a rule can refuse with. Codes are part of the API and never change; the table of
 * docs/reference/refusals.md and the hints of the panel follow from this one.
 */
export const refusals = {
  'invalid-input': {
    status: 422,
    title: 'Something in the request is missing or wrong',
    hint: 'Correct the field that is named and send it again.',
  },
  'not-signed-in': {
    status: 401,
    title: 'You are not signed in',
    hint: 'Sign in again in another tab, then repeat this.',
  },
  'bad-signature': {
    status: 401,
    title: 'The signature of the call does not prove who sent it',
    hint: 'Check the signing secret at the provider, then send the event again.',
  },
  'not-allowed': {
    status: 403,
    title: 'The caller may not do this',
    hint: 'Ask someone whose role includes it.',
  },
  'feature-off': {
    status: 403,
    title: 'The company has switched this off',
    hint: 'Someone who may edit the settings can switch it on.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such record, or not for this caller',
    hint: 'Check the address; it may have been deleted.',
  },
  'slot-taken': {
    status: 409,
    title: 'The time is no longer free',
    hint: 'Choose another time or another person.',
  },
  'transition-refused': {
    status: 409,
    title: 'The record is not in a state that allows this',
    hint: 'Load the page again: the booking may have moved on.',
  },
  'stale-version': {
    status: 409,
    title: 'Someone else changed the same fields in the meantime',
    hint: 'Load the page again to see the newer version, then make your change.',
  },
  'stale-plan': {
    status: 409,
    title: 'The day has changed since the plan was made',
    hint: 'Plan the day again.',
  },
  'command-needed': {
    status: 409,
    title: 'This field changes only by a named command',
    hint: 'Use the command that the message names.',
  },
  'already-set-up': {
    status: 409,
    title: 'The company has data of its own',
    hint: 'Nothing was changed.',
  },
  'in-progress': {
    status: 409,
    title: 'The same request is still being carried out',
    hint: 'Wait a moment, then send it again under the same key.',
  },
  'in-use': {
    status: 409,
    title: 'Other records refer to this one',
    hint: 'Deactivate it instead of deleting it.',
  },
  'last-role-editor': {
    status: 409,
    title: 'No one else could edit roles',
    hint: 'Give another active account a role that edits roles first.',
  },
  'link-expired': {
    status: 410,
    title: 'The link has expired or was used',
    hint: 'Ask for a new one.',
  },
  'too-large': {
    status: 413,
    title: 'The request is larger than this address takes',
    hint: 'Send less at once.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'The key belongs to a request with other content',
    hint: 'Use a new Idempotency-Key for a new request.',
  },
  'nonexistent-local-time': {
    status: 422,
    title: 'The clocks skip this time',
    hint: 'Choose a time before or after the change of the clocks.',
  },
  'outside-booking-window': {
    status: 422,
    title: 'The time is too soon or too far ahead',
    hint: 'Choose a time within the booking window.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests in a short time',
    hint: 'Wait a minute, then try again.',
  },
  busy: {
    status: 503,
    title: 'The system is briefly unavailable',
    hint: 'Try again in a moment.',
  },
  'start-refused': {
    status: 503,
    title: 'The product cannot start like this',
    hint: 'Do what the message says, then start it again.',
  },
} as const satisfies Record<string, RefusalKind>

export type RefusalCode = keyof typeof refusals

/** Whether a rule can refuse with the code. */
export const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(refusals, code)

/** The code of an answer where something of ours broke, with status 500; no rule refuses with it. */
export const faultCode = 'internal-error'

/** Every code that an answer can have. */
export type AnswerCode = RefusalCode | typeof faultCode

/** What to do about a refusal; nothing where its own sentence has to do. */
export const hintOf = (code: string): string =>
  code in refusals ? refusals[code as RefusalCode].hint : ''

/** The HTTP status of a code; 400 for one that is not in the table. */
export const statusOfCode = (code: string): number =>
  code in refusals ? refusals[code as RefusalCode].status : 400
