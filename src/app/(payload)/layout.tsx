import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import localFont from 'next/font/local'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { importMap } from './admin/importMap.js'

/** The typeface of the site; the fallback is sized like it, so that nothing moves when it arrives. */
const sans = localFont({
  src: '../../../site/src/fonts/figtree.woff2',
  weight: '300 900',
  display: 'swap',
  variable: '--fb-sans',
})

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout
    config={config}
    htmlProps={{ className: sans.variable }}
    importMap={importMap}
    serverFunction={serverFunction}
  >
    {children}
  </RootLayout>
)

export default Layout
