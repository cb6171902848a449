import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
import { widget } from './build-widget.mjs'

/** The site: rendered on request inside the Express shell, HTML first, everything from our own host. */
export default defineConfig({
  output: 'server',
  outDir: '../dist/site',
  adapter: node({ mode: 'middleware' }),
  integrations: [widget()],
  trailingSlash: 'ignore',
  // The shell owns sessions; Astro's own would write files.
  session: false,
  security: {
    checkOrigin: true,
    // The form check compares Origin with Host, so the Host the shell let through must reach it.
    allowedDomains: [{}],
  },
  // The content security policy allows files of our own only: no inline styles, scripts or data URLs.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  telemetry: false,
})
