import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import { payloadReserve } from 'payload-reserve'

/** The quick start of its README, with guests allowed, as both sides of the bench book for guests. */
export default buildConfig({
  secret: 'bench-only',
  telemetry: false,
  typescript: { autoGenerate: false },
  admin: { user: 'users' },
  collections: [{ slug: 'users', auth: true, fields: [] }],
  db: postgresAdapter({
    pool: { connectionString: process.env.DATABASE_URL },
    // Only `prepare.mjs` makes the tables; the server under measurement runs in production.
    push: process.env.NODE_ENV !== 'production',
  }),
  plugins: [payloadReserve({ allowGuestBooking: true, timezone: 'Australia/Sydney' })],
})
