/// <reference types="astro/client" />

declare namespace App {
  type Locals = {
    /** The application, called in process: takes `/api/...` requests and answers as HTTP would. */
    api: (request: Request) => Promise<Response>
    /** Cookies that answers of the application asked us to set; the middleware hands them on. */
    setCookies: string[]
    /** Who is signed in on the site; `null` for a visitor. */
    me: import('../../src/contracts/people/me.ts').Me | null
    /** The company whose site this is. */
    company: import('./lib/shapes.ts').Company
  }
}
