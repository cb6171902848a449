import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { googleRoutes } from './plugins/google-routes/index.ts'
import { local } from './plugins/local/index.ts'
import { localWebhooks } from './plugins/local/webhook.ts'
import { osrm } from './plugins/osrm/index.ts'
import { vroom } from './plugins/vroom/index.ts'
import { allowEveryEmail } from './src/access/graphql-emails.ts'
import { graphqlRules } from './src/access/graphql-rules.ts'
import { lockDownConfig } from './src/access/lock-down-config.ts'
import { panel } from './src/admin/panel.ts'
import { panelWords } from './src/admin/panel-words.ts'
import { resilientDriver } from './src/database/resilient-pool.ts'
import { bookings } from './src/index.ts'

// One picture at a time uses one core, and what it took goes back to the system.
sharp.concurrency(1)
sharp.cache(false)

const root = path.dirname(fileURLToPath(import.meta.url))
const serverURL = process.env['SERVER_URL'] ?? 'http://127.0.0.1:3000'
/** Browsers on this machine may call it by either of its names. */
const origins = [
  ...new Set([
    serverURL,
    serverURL.replace('//127.0.0.1', '//localhost'),
    serverURL.replace('//localhost', '//127.0.0.1'),
  ]),
]
const isNobody = () => false

/** The reference application: the core, the local integrations and PostgreSQL. */
export default buildConfig({
  serverURL,
  secret: process.env['PAYLOAD_SECRET'] ?? '',
  cors: origins,
  admin: {
    ...panel,
    user: 'users',
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
  },
  i18n: { translations: { en: panelWords } },
  db: postgresAdapter({
    idType: 'uuid',
    push: false,
    extensions: ['btree_gist'],
    migrationDir: path.join(root, 'src/database/migrations'),
    pg: resilientDriver,
    pool: {
      connectionString: process.env['DATABASE_URL'] ?? '',
      max: Number(process.env['DATABASE_POOL'] ?? 20),
      connectionTimeoutMillis: 3000,
      // A network that swallows answers must not hold a request for ever.
      query_timeout: 20_000,
      options: [
        '-c statement_timeout=15000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000',
        // Compiling costs more than our short questions save, and no disk turns any more: with the
        // defaults a month of a large company is read by scanning everything.
        '-c jit=off -c random_page_cost=1.1',
      ].join(' '),
    },
  }),
  plugins: [
    bookings({
      serverURL,
      trustedOrigins: origins,
      webhooks: localWebhooks({ secrets: process.env['LOCAL_WEBHOOK_SECRETS'] }),
    }),
    local(),
    osrm({ url: process.env['OSRM_URL'] }),
    googleRoutes({
      key: process.env['GOOGLE_ROUTES_KEY'],
      url: process.env['GOOGLE_ROUTES_URL'],
    }),
    vroom({ url: process.env['VROOM_URL'] }),
  ],
  defaultDepth: 0,
  maxDepth: 2,
  graphQL: {
    maxComplexity: 200,
    disableIntrospectionInProduction: true,
    disablePlaygroundInProduction: true,
    validationRules: graphqlRules,
    queries: allowEveryEmail,
  },
  jobs: { access: { run: isNobody, queue: isNobody, cancel: isNobody } },
  upload: { limits: { fileSize: 10_000_000, files: 3 }, abortOnLimit: true },
  sharp,
  loggingLevels: {
    APIError: 'info',
    ValidationError: 'info',
    DomainError: 'info',
    QueryError: 'info',
    ZodError: false,
  } as object,
  telemetry: false,
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
}).then(lockDownConfig)
