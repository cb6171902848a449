import { Link, SetStepNav } from '@payloadcms/ui'
import type { CollectionSlug, ListViewServerProps, PayloadRequest, Where } from 'payload'
import { Page } from '../shell/page.tsx'
import { RefusedPage } from '../shell/refused-page.tsx'
import { labelOf } from '../bookings/page/history-changes.ts'
import { type ListAddress, listAddressOf } from '../ui/list-address.ts'
import { ListFoot } from '../ui/list-foot.tsx'
import { ListSearch } from '../ui/list-search.tsx'
import { requestOf } from '../ui/request-of.ts'
import { atPlaceOf, readerOf } from './reader-of.ts'
import { recordsHeading } from './records-heading.ts'
import { recordTitle } from './record-title.ts'
import { type Doc, fieldsOf, wordsOf } from './record-words.ts'

const pageSize = 50

type Config = ListViewServerProps['collectionConfig']

const searched = ({ admin, slug }: Config, req: PayloadRequest): readonly string[] =>
  admin.listSearchableFields ??
  fieldsOf(req, slug)
    .filter(({ type, name }) => type === 'text' && admin.defaultColumns?.includes(name))
    .map(({ name }) => name)

const find = async (req: PayloadRequest, config: Config, { q, page }: ListAddress) => {
  const where: Where = q
    ? { or: searched(config, req).map((field) => ({ [field]: { contains: q } })) }
    : {}
  const found = await req.payload.find({
    collection: config.slug as CollectionSlug,
    where,
    ...{ limit: pageSize, page, depth: 0, overrideAccess: false, req },
  })
  return { ...found, docs: found.docs as unknown as Doc[] }
}

const Table = async ({
  req,
  config,
  docs,
}: {
  req: PayloadRequest
  config: Config
  docs: Doc[]
}) => {
  const { slug, admin } = config
  const known = fieldsOf(req, slug)
  const columns = (admin.defaultColumns ?? []).flatMap(
    (name) => known.find((field) => field.name === name) ?? [],
  )
  const base = `${req.payload.config.routes.admin}/collections/${slug}`
  const reader = await readerOf(req, { slug, docs })
  return (
    <div className="fb-card fb-scroll">
      <table className="fb-table fb-records">
        <thead>
          <tr>
            <th>Record</th>
            {columns.map((field) => (
              <th key={field.name}>{labelOf(field, field.name)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {docs.map((doc) => {
            const here = atPlaceOf(reader, doc)
            return (
              <tr key={doc.id}>
                <td>
                  <Link className="fb-rowlink" href={`${base}/${doc.id}`} prefetch={false}>
                    {recordTitle(here, slug, doc)}
                  </Link>
                </td>
                {columns.map((field) => (
                  <td key={field.name}>{wordsOf(here, { slug, field, doc })}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A list of records that the product writes itself, in words; nothing in it can be edited. */
export const RecordsList = async (view: ListViewServerProps) => {
  const { payload, searchParams, collectionConfig: config } = view
  const req = await requestOf(payload)
  if (!req.user) return null
  const title = recordsHeading(payload.collections[config.slug as CollectionSlug].config)
  const { access } = payload.collections[config.slug as CollectionSlug].config
  if (!(await access.read({ req }))) return <RefusedPage what={`the list “${title}”`} />
  const base = `${payload.config.routes.admin}/collections/${config.slug}`
  const address = listAddressOf(searchParams)
  const { docs, totalDocs, totalPages } = await find(req, config, address)
  return (
    <Page lead="Written by the system; read only." title={title}>
      <SetStepNav nav={[{ label: title }]} />
      <ListSearch address={address} base={base} placeholder="Search" />
      {docs.length === 0 ? (
        <p className="fb-card fb-empty">{address.q ? 'No record matches.' : 'Nothing here yet.'}</p>
      ) : (
        <Table config={config} docs={docs} req={req} />
      )}
      <ListFoot
        address={address}
        base={base}
        noun={['record', 'records']}
        pages={totalPages}
        total={totalDocs}
      />
    </Page>
  )
}
