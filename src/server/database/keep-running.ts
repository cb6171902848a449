import { setTimeout as pause } from 'node:timers/promises'

const mostTries = 3

type Server = {
  isRunning: () => boolean
  start: () => Promise<void>
  /** One line for the log. */
  say: (line: string) => void
  /** It does not start again. */
  giveUp: (why: string) => void
  /** How often it is looked at. Default: 500. */
  everyMs?: number
}

/** Starts a server again when it ends by itself, until the returned function is called. */
export const keepRunning = ({
  isRunning,
  start,
  say,
  giveUp,
  everyMs = 500,
}: Server): (() => void) => {
  let isOver = false
  const revive = async (): Promise<void> => {
    say('The database server ended. Starting it again.')
    for (let tries = 1; !isOver; tries++) {
      try {
        await start()
        return say('The database server runs again.')
      } catch (error) {
        if (tries >= mostTries) return giveUp((error as Error).message)
        await pause(everyMs * tries)
      }
    }
  }
  const watch = async () => {
    while (!isOver) {
      await pause(everyMs, undefined, { ref: false })
      if (!isOver && !isRunning()) await revive()
    }
  }
  void watch()
  return () => {
    isOver = true
  }
}
