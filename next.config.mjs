import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

const root = path.dirname(fileURLToPath(import.meta.url))

/** The panel and GraphQL; the shell in src/server serves everything else. */
export default withPayload(
  {
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
    // One copy of these with the server, or errors lose their class and their fields on the way.
    serverExternalPackages: [
      'payload',
      '@payloadcms/db-postgres',
      '@payloadcms/drizzle',
      '@payloadcms/graphql',
    ],
    // `npm run check` types the whole tree, the panel included.
    typescript: { ignoreBuildErrors: true },
    turbopack: { root },
  },
  { devBundleServerPackages: false },
)
