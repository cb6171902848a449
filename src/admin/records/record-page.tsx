import { Link, SetStepNav } from '@payloadcms/ui'
import type { CollectionSlug, DocumentViewServerProps } from 'payload'
import { Page } from '../shell/page.tsx'
import { RefusedPage } from '../shell/refused-page.tsx'
import { atPlaceOf, readerOf } from './reader-of.ts'
import { recordsHeading } from './records-heading.ts'
import { recordTitle } from './record-title.ts'
import { type Doc, entriesOf } from './record-words.ts'

/** Records of these have a page of their own worth going to. */
const opened = new Set([
  ...['appointments', 'assignment-offers', 'bookings', 'customers', 'fieldworkers', 'locations'],
  ...['series', 'services', 'unavailabilities'],
])

/** One record that the product writes itself, in words; it cannot be edited. */
export const RecordPage = async (view: DocumentViewServerProps) => {
  const { req, docID, collectionConfig: config } = view.initPageResult
  if (!req.user || !config) return null
  const slug = config.slug as CollectionSlug
  const plural = recordsHeading(config)
  if (!docID) return <RefusedPage what="adding records here; the system writes them" />
  if (!(await config.access.read({ req }))) return <RefusedPage what={`the list “${plural}”`} />
  const { docs } = await req.payload.find({
    ...{ collection: slug, where: { id: { equals: docID } }, limit: 1, pagination: false },
    ...{ depth: 0, overrideAccess: false, req },
  })
  const [doc] = docs as unknown as Doc[]
  if (!doc)
    return (
      <Page title="No such record">
        <p className="fb-empty">It does not exist, or you may not see it.</p>
      </Page>
    )
  const { admin } = req.payload.config.routes
  const reader = atPlaceOf(await readerOf(req, { slug, docs: [doc] }), doc)
  const title = recordTitle(reader, slug, doc)
  return (
    <Page lead="Written by the system; read only." title={title}>
      <SetStepNav
        nav={[{ label: plural, url: `${admin}/collections/${slug}` }, { label: title }]}
      />
      <dl className="fb-card fb-record">
        {entriesOf(reader, slug, doc).map(({ label, words, to }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {to && opened.has(to.slug) ? (
                <Link href={`${admin}/collections/${to.slug}/${to.id}`} prefetch={false}>
                  {words}
                </Link>
              ) : (
                words
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  )
}
