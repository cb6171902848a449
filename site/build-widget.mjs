import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(new URL('./src/widget/define.ts', import.meta.url))

/** The booking widget as one file without imports; written to `outDir`, or returned without it. */
const buildWidget = async (outDir) => {
  const [{ output }] = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      lib: { entry, formats: ['iife'], name: 'bookVisit', fileName: () => 'widget.js' },
      target: 'es2022',
      emptyOutDir: false,
      ...(outDir ? { outDir: fileURLToPath(outDir) } : { write: false }),
    },
  })
  return output[0].code
}

/** Adds `/widget.js` to the site, built or under `npm run dev`. */
export const widget = () => ({
  name: 'widget',
  hooks: {
    'astro:build:done': ({ dir }) => buildWidget(dir),
    'astro:server:setup': ({ server }) => {
      server.middlewares.use('/widget.js', async (_req, res, next) => {
        try {
          const code = await buildWidget()
          res.setHeader('content-type', 'text/javascript')
          res.end(code)
        } catch (error) {
          next(error)
        }
      })
    },
  },
})
