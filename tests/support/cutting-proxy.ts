import { connect, createServer, type Socket } from 'node:net'

/**
 * Which connections end: none, or those that commit, before the database has heard it, while it
 * hears it (whether it has stored anything is open), or after.
 */
export type Cut = 'after-commit' | 'before-commit' | 'during-commit' | 'none'

const commit = Buffer.from('commit\0')
const committed = Buffer.from('COMMIT\0')

/**
 * A proxy in front of a database that ends both sides of a connection at its COMMIT: before the
 * database gets it, as the database gets it, or once the database has stored everything and before
 * its answer arrives.
 */
export const startCuttingProxy = async () => {
  const open = new Set<Socket>()
  let cut: Cut = 'none'
  let cuts = 0
  let isClosed = false

  const pair = (near: Socket, to: URL) => {
    const far = connect(Number(to.port), to.hostname)
    const end = () => {
      near.destroy()
      far.destroy()
    }
    const endHere = () => {
      cuts += 1
      end()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        open.delete(socket)
        end()
      })
    }
    near.on('data', (chunk) => {
      const isCommit = cut.endsWith('-commit') && chunk.includes(commit)
      if (isCommit && cut === 'before-commit') endHere()
      else if (isCommit && cut === 'during-commit') far.write(chunk, endHere)
      else far.write(chunk)
    })
    far.on('data', (chunk) => {
      if (cut === 'after-commit' && chunk.includes(committed)) endHere()
      else near.write(chunk)
    })
  }

  const servers: ReturnType<typeof createServer>[] = []
  return {
    /** Begins to stand before the database at `url`; returns the address to use instead. */
    standBefore: (url: string): Promise<string> =>
      new Promise((resolve) => {
        const to = new URL(url)
        const server = createServer((near) => {
          if (isClosed) near.destroy()
          else pair(near, to)
        })
        servers.push(server)
        server.listen(0, '127.0.0.1', () => {
          const address = server.address()
          const own = new URL(url)
          own.port = String(typeof address === 'object' && address ? address.port : 0)
          resolve(own.href)
        })
      }),
    /** Ends connections as `how` says while `work` runs; returns how many it ended too. */
    cutDuring: async <Result>(how: Cut, work: () => Promise<Result>) => {
      const before = cuts
      cut = how
      try {
        return { result: await work(), cuts: cuts - before }
      } finally {
        cut = 'none'
      }
    },
    /** Nobody gets through any more, as if the database had gone away. */
    close: () => {
      isClosed = true
      for (const socket of open) socket.destroy()
    },
    reopen: () => {
      isClosed = false
    },
    stop: () => {
      for (const socket of open) socket.destroy()
      for (const server of servers) server.close()
    },
  }
}
