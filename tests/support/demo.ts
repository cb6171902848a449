import { seedDemo } from '../../src/seed/seed-demo.ts'
import { type App, startApp } from './app.ts'
import { password } from './people.ts'

/** A Wednesday morning in Sydney, with summer time in force. */
export const demoNow = Date.parse('2026-11-18T00:00:00Z')

export type Demo = App & {
  logins: Awaited<ReturnType<typeof seedDemo>>
  /** `GET` as the demo person whose e-mail begins with `name`, or as nobody. */
  get: (path: string, name?: string) => Promise<{ status: number; body: unknown }>
}

/** The product on a database of its own with the demo company, as of `now`. */
export const startDemo = async (now = demoNow): Promise<Demo> => {
  const app = await startApp({ empty: true })
  const logins = await seedDemo({ payload: app.payload, now, log: () => undefined, password })
  const sessions = new Map<string, Promise<string>>()

  const signIn = async (name: string): Promise<string> => {
    const login = logins.find(({ email }) => email.startsWith(name))
    if (!login) throw new Error(`The demo has no login of ${name}.`)
    const body = { email: login.email, password: login.password }
    const answer = await app.request('POST', '/app/session', { body })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  const get: Demo['get'] = async (path, name) => {
    if (!name) return app.request('GET', path)
    const session = sessions.get(name) ?? signIn(name)
    sessions.set(name, session)
    return app.request('GET', path, { headers: { cookie: await session } })
  }
  return { ...app, logins, get }
}
