import type { Config } from 'payload'
import { bookings } from '../src/index.ts'
import { contractPage } from './contract-page.ts'
import { apiPage, collectionsPage, permissionsPage, refusalsPage } from './reference-pages.ts'

/** The pages of docs/reference by name, as the code of this moment describes itself. */
export const referencePages = (): Record<string, string> => {
  const config = bookings()({ db: {} } as unknown as Config) as Config
  return {
    refusals: refusalsPage(),
    permissions: permissionsPage(),
    api: apiPage(config),
    contracts: contractPage(config),
    collections: collectionsPage(config),
  }
}
