import pg from 'pg'

export type Sql = <Row = Record<string, unknown>>(
  statement: string,
  values?: unknown[],
) => Promise<Row[]>

/** One connection that asks one thing at a time, however many stories wait for an answer. */
export const openSql = async (url: string): Promise<{ sql: Sql; close: () => Promise<void> }> => {
  const database = new pg.Client({ connectionString: url })
  // Dropping the test's database ends this connection too.
  database.on('error', () => undefined)
  await database.connect()

  let turn: Promise<unknown> = Promise.resolve()
  const sql: Sql = async (statement, values = []) => {
    const answer = turn.then(() => database.query(statement, values))
    turn = answer.catch(() => undefined)
    return (await answer).rows as never
  }
  return { sql, close: () => database.end() }
}
