import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { startCompanySchema, startedCompanySchema } from '../../contracts/setup/start-company.ts'
import { startCompany } from '../../operations/setup/start-company.ts'
import { bodyOf } from '../body-of.ts'

/** `POST /app/setup/start`: sets the company up, in an empty database or in place of the demo. */
export const startCompanyEndpoint: ScopedEndpoint = {
  path: '/app/setup/start',
  method: 'post',
  custom: { scopes: 'people', body: startCompanySchema, answer: startedCompanySchema },
  handler: async (req) => {
    const body = await bodyOf(req, startCompanySchema)
    const headers = { 'Cache-Control': 'no-store' }
    return Response.json(await startCompany(req, body), { status: 201, headers })
  },
}
