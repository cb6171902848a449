import pg from 'pg'

/** Runs one statement on a connection of its own and returns its rows. */
export const runSql = async <Row = unknown>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(statement, values)
    return rows as Row[]
  } finally {
    await client.end()
  }
}
