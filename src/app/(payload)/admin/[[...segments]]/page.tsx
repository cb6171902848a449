import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import { pageTitle } from '../../../../admin/shell/page-title.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

/** Pages outside the panel's frame that come without a main landmark. */
const withoutFrame = new Set([
  'login',
  'forgot',
  'reset',
  'logout',
  'logout-inactivity',
  'unauthorized',
  'verify',
])

export const generateMetadata = async ({ params, searchParams }: Args) => {
  const metadata = await generatePageMetadata({ config, params, searchParams })
  return { ...metadata, title: pageTitle(metadata.title) ?? null }
}

const Page = async ({ params, searchParams }: Args) => {
  const page = await RootPage({ config, params, searchParams, importMap })
  const [first = ''] = (await params).segments ?? []
  return withoutFrame.has(first) ? <main>{page}</main> : page
}

export default Page
