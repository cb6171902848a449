import { createLocalReq, type PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { mayReceiveChange } from '../../access/may-receive-change.ts'
import { type Change, type ChangeFeed, changeFeedOf } from '../../database/messages/change-feed.ts'
import { DomainError } from '../../domain/domain-error.ts'

/** Milliseconds between signs of life, which also ask whether the session still holds. */
const heartbeat = 20_000
/** Streams of a session: a browser opens at most six connections to a server. */
const perSession = 8
/** Streams of an account, on all its devices. */
const perAccount = 40
/** Streams of a process; each asks for its session every `heartbeat`. */
const perProcess = 1000
/** Messages that may wait for a slow reader before its line is cut. */
const backlog = 500

const tooMany = () =>
  new DomainError(
    'rate-limited',
    'Too many pages of this account are open. Close some of them, then load this page again.',
  )

/**
 * Takes a place for one stream more of the caller, counted over all processes. Returns what gives
 * it back.
 * @throws {DomainError} rate-limited, busy
 */
const takePlace = async (req: PayloadRequest, actor: Actor): Promise<() => void> => {
  const feed = changeFeedOf(req.payload)
  if (feed.listening() >= perProcess) {
    throw new DomainError('busy', 'Too many pages are open right now. Try again in a moment.')
  }
  const account = `${actor.collection ?? ''}:${actor.id ?? ''}`
  const session = (req.user as { _sid?: string } | null)?._sid ?? ''
  const ofAccount = await feed.places.take(account, perAccount)
  if (!ofAccount) throw tooMany()
  const ofSession = await feed.places.take(`${account}:${session}`, perSession)
  if (ofSession) {
    return () => {
      ofSession()
      ofAccount()
    }
  }
  ofAccount()
  throw tooMany()
}

/** The same once the database is listened to. */
const placeFor = async (req: PayloadRequest, actor: Actor): Promise<() => void> => {
  try {
    await changeFeedOf(req.payload).ready()
    return await takePlace(req, actor)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('busy', 'Live updates are not available right now.')
  }
}

/** When the caller's API key expires, in epoch ms; never for a session, which is read afresh. */
const expiryOf = (user: unknown): number => {
  const { expiresAt } = (user ?? {}) as { expiresAt?: null | string }
  return expiresAt ? Date.parse(expiresAt) : Number.POSITIVE_INFINITY
}

/** Whom the request's session stands for now, read afresh; null when it has ended. */
const renew = async (req: PayloadRequest): Promise<{ actor: Actor; expiry: number } | null> => {
  const { user } = await req.payload.auth({ headers: req.headers })
  if (!user) return null
  const actor = await actorOf(await createLocalReq({ user }, req.payload))
  return actor.kind === 'anonymous' ? null : { actor, expiry: expiryOf(user) }
}

const message = (change: Change, id: string): string => {
  if (change.kind === 'reset') return `id: ${id}\nevent: reset\ndata: {}\n\n`
  const { kind, booking } = change
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify({ kind, id: change.id, booking })}\n\n`
}

type Line = { send: (text: string) => void; end: () => void }

/** A reader's line, which ends where they do not keep up; `onEnd` runs once, whoever ends it. */
const lineTo = (
  controller: ReadableStreamDefaultController<Uint8Array>,
  { isOpen, onEnd }: { isOpen: () => boolean; onEnd: () => void },
): Line => {
  const bytes = new TextEncoder()
  const end = () => {
    if (!isOpen()) return
    onEnd()
    controller.close()
  }
  const send = (text: string) => {
    if (!isOpen()) return
    controller.enqueue(bytes.encode(text))
    if ((controller.desiredSize ?? 0) < -backlog) end()
  }
  return { send, end }
}

type Reader = { actor: Actor; expiry: number }

/** Sends what came after `from`, and where the reader is then. */
const sendMissed = (
  feed: ChangeFeed,
  { send }: Line,
  of: { from: string | null; actor: Actor },
) => {
  const missed = of.from === null ? [] : feed.since(of.from)
  for (const { change, id } of missed ?? []) {
    if (mayReceiveChange(of.actor, change)) send(message(change, id))
  }
  if (missed === null) send(`id: ${feed.latest()}\nevent: reset\ndata: {}\n\n`)
  send(`retry: 2000\nid: ${feed.latest()}\nevent: ready\ndata: {}\n\n`)
}

/** Sends each change that the reader may know of, while their session holds. Returns what stops it. */
const follow = (req: PayloadRequest, reader: Reader, { send, end }: Line): (() => void) => {
  const check = () => {
    renew(req).then(
      (now) => (now ? void Object.assign(reader, now) : end()),
      () => end(),
    )
  }
  const onChange = (change: Change, id: string) => {
    const isOurs = change.kind === 'account' && change.id === reader.actor.id
    if (Date.now() >= reader.expiry) end()
    else if (isOurs || change.kind === 'role') check()
    else if (mayReceiveChange(reader.actor, change)) send(message(change, id))
  }
  const leave = changeFeedOf(req.payload).listen({ onChange, onEnd: end })
  const timer = setInterval(() => {
    send('event: beat\ndata: {}\n\n')
    check()
  }, heartbeat)
  timer.unref()
  return () => {
    leave()
    clearInterval(timer)
  }
}

/**
 * Server-sent events of what changes, ids alone, filtered by the caller's rights as they are at
 * that moment. `from` is the last id that was heard: what came
 * after it is told first, or `reset` where that is not known. Ends with the session.
 * @throws {DomainError} not-signed-in, rate-limited, busy
 */
export const streamChanges = async (
  req: PayloadRequest,
  from: string | null,
): Promise<ReadableStream<Uint8Array>> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const reader = { actor, expiry: expiryOf(req.user) }
  const undo = [await placeFor(req, actor)]
  let isOpen = true
  const finish = () => {
    if (!isOpen) return
    isOpen = false
    for (const step of undo) step()
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const line = lineTo(controller, { isOpen: () => isOpen, onEnd: finish })
        undo.push(follow(req, reader, line))
        sendMissed(changeFeedOf(req.payload), line, { from, actor })
      },
      cancel: finish,
    },
    { highWaterMark: 1 },
  )
}
