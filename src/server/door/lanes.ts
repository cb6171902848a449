import { limitConcurrency } from './limit-concurrency.ts'

const pictures = /^\/api\/media(?:[/?]|$)/
const passwords =
  /^\/api\/(?:app\/session(?:\/reset)?|app\/me\/password|(?:users|customers)\/login)\/?(?:\?|$)/

type Asked = {
  method: string
  /** Path and query. */
  url: string
  contentType: string | null | undefined
}

/** Whether a request brings a picture: a form for the one collection that stores files. */
export const isUpload = ({ method, url, contentType }: Asked): boolean =>
  method !== 'GET' && pictures.test(url) && contentType?.startsWith('multipart/form-data') === true

/** Whether a request costs the work of a password. */
export const isPassword = ({ method, url }: Asked): boolean =>
  method === 'POST' && passwords.test(url)

/** Uploads that are held in memory at once; of these, one is encoded at a time. */
export const uploadsAtOnce = 6

/**
 * Turns for the work of the API. Pictures and passwords, which cost most, have lanes of their own:
 * however many come, they take none of the turns of everything else. `caller` is who asks.
 */
export const openLanes = (): ((
  request: Request,
  caller: string,
) => <Result>(work: () => Promise<Result>) => Promise<Result>) => {
  const everything = limitConcurrency({ width: 12, waiting: 5000 })
  const ofPictures = limitConcurrency({ width: 1, waiting: uploadsAtOnce })
  const ofPasswords = limitConcurrency({ width: 2, waiting: 16 })
  return (request, caller) => {
    const { pathname, search } = new URL(request.url)
    const contentType = request.headers.get('content-type')
    const asked = { method: request.method, url: pathname + search, contentType }
    const lane = isUpload(asked) ? ofPictures : isPassword(asked) ? ofPasswords : everything
    return (work) => lane(work, caller)
  }
}
