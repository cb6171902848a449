import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of somebody else's site, and what happened on it. */
export type EmbeddingPage = {
  origin: string
  /** Address of the page with these attributes on the element. */
  at: (attributes?: string) => string
  stop: () => Promise<unknown>
}

/** What the page's own policy allows: nothing but the host of the widget. */
const policyFor = (host: string) =>
  `default-src 'none'; script-src ${host} 'nonce-own'; connect-src ${host}`

const pageFor = (host: string, attributes: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Somebody else's shop</title>
    <script nonce="own">
      window.heard = []
      addEventListener('booked', ({ detail }) => heard.push(detail))
    </script>
  </head>
  <body>
    <main>
      <h1>Somebody else's shop</h1>
      <script async src="${host}/widget.js"></script>
      <book-visit ${attributes}><a href="${host}/book">Book online</a></book-visit>
    </main>
  </body>
</html>`

/** Serves the page on an origin of its own, under a policy as strict as a page can have. */
export const startEmbeddingPage = async (host: string): Promise<EmbeddingPage> => {
  const server = createServer((req, res) => {
    const { searchParams } = new URL(req.url ?? '/', 'http://page')
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.setHeader('content-security-policy', policyFor(host))
    res.end(pageFor(host, searchParams.get('attributes') ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    at: (attributes = '') => `${origin}/?${new URLSearchParams({ attributes })}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
