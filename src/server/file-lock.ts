import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

const busy = 5

const tryLock = (lock: DatabaseSync): boolean => {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false
    throw error
  }
}

/**
 * Runs `work` while no other process holds the lock at `file`; `onWait` is called once if it has to
 * wait. SQLite's lock is the operating system's, so it ends with the process that holds it.
 */
export const withLock = async (
  file: string,
  { work, onWait }: { work: () => Promise<void>; onWait: () => void },
): Promise<void> => {
  mkdirSync(path.dirname(file), { recursive: true })
  const lock = new DatabaseSync(file)
  try {
    if (!tryLock(lock)) {
      onWait()
      do await pause(200)
      while (!tryLock(lock))
    }
    await work()
  } finally {
    lock.close()
  }
}
