import pg from 'pg'

/** Counts the SQL statements that this process sends while `work` runs. */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown
  let count = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    count += 1
    return original.apply(this, given)
  } as never
  try {
    await work()
    return count
  } finally {
    pg.Client.prototype.query = original as never
  }
}
