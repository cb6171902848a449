import { Link } from '@payloadcms/ui'
import type { SortHeader } from './list-sort.ts'

const marks = { ascending: '↑', descending: '↓', none: '' } as const

/** The heading of a column that sorts the list; pressed again, the other way round. */
export const SortHeading = (props: { header: SortHeader; label: string; className?: string }) => (
  <th aria-sort={props.header.direction} className={props.className} scope="col">
    <Link className="fb-sort" href={props.header.href} prefetch={false}>
      {props.label} <span aria-hidden="true">{marks[props.header.direction]}</span>
    </Link>
  </th>
)
