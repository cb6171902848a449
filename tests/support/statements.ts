import pg from 'pg'

type Statement = { text: string; values: unknown[] }

const statementIn = ([asked, values]: unknown[]): Statement => {
  if (typeof asked === 'string') return { text: asked, values: (values ?? []) as unknown[] }
  const { text, values: own } = asked as Partial<Statement>
  return { text: text ?? '', values: own ?? ((values ?? []) as unknown[]) }
}

/** The SQL statements that this process sends while `work` runs. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown
  const sent: Statement[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    sent.push(statementIn(given))
    return original.apply(this, given)
  } as never
  try {
    await work()
    return sent
  } finally {
    pg.Client.prototype.query = original as never
  }
}

/** How many they are. */
export const countStatements = async (work: () => Promise<unknown>): Promise<number> =>
  (await statementsOf(work)).length
