'use client'
import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import { amountText } from '../../ui/amount.ts'
import { StatusPill } from '../../ui/status-pills.tsx'
import { sourceWord } from '../../ui/source-words.ts'
import { answerDueWords } from '../answer-due-words.ts'
import { When } from '../../ui/when.tsx'
import type { BookingRow } from './booking-row.ts'
import type { SortHeader } from './list-sort.ts'
import type { SortColumn } from './sort-columns.ts'
import { RemindButton } from './remind-button.tsx'
import { SortHeading } from './sort-heading.tsx'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import type { SeveralTerms } from '../bulk/cancel-several.tsx'
import type { BulkResult } from '../bulk/bulk-work.ts'
import { teamWord } from '../../ui/team-word.ts'

type BookingsTableProps = {
  /** How each column sorts the list. */
  headers: Record<SortColumn, SortHeader>
  rows: BookingRow[]
  /** Whether bookings are ticked to do something with several. */
  isBulk: boolean
  admin: string
  showMoney: boolean
  showPeople: boolean
  /** What it means that there are none. */
  empty: string
  /** What cancelling several asks. */
  cancelTerms: SeveralTerms
}

type PeopleProps = { row: BookingRow; isHidden: boolean }

const People = ({ row, isHidden }: PeopleProps) =>
  isHidden ? (
    <span className="fb-muted">Hidden by your role</span>
  ) : (
    <>
      {row.people.join(', ')}
      {row.unassigned > 0 ? (
        <span className="fb-pill fb-pill--yellow">
          {row.people.length > 0 ? `${row.unassigned} open` : 'No one yet'}
        </span>
      ) : null}
    </>
  )

type AnswerDueProps = { due: NonNullable<BookingRow['answerDue']>; zone: string }

/** By when the person who was asked has to answer, or since when the answer is late. */
const AnswerDue = ({ due, zone }: AnswerDueProps) => (
  <span className={`fb-hint fb-block ${due.isLate ? 'fb-late' : ''}`}>
    {answerDueWords(due, zone)}
  </span>
)

/** The rows of the list; ticked ones get the bulk bar, and each result is told in its row. */
export const BookingsTable = (props: BookingsTableProps) => {
  const { headers, rows, isBulk, admin, showMoney, showPeople, cancelTerms, empty } = props
  const [ticked, setTicked] = useState<string[]>([])
  const [results, setResults] = useState<Record<string, BulkResult>>({})
  const tell = (id: string, result: BulkResult) =>
    setResults((before) => ({ ...before, [id]: result }))
  const all = rows.length > 0 && ticked.length === rows.length
  const toggle = (id: string) =>
    setTicked((before) => (before.includes(id) ? before.filter((x) => x !== id) : [...before, id]))

  // The last bookings of a tab may have left it: how it went is still shown.
  const hasBar = isBulk || Object.keys(results).length > 0
  return (
    <>
      {hasBar ? (
        <BulkBar
          cancelTerms={cancelTerms}
          onDone={() => setTicked([])}
          onResult={tell}
          rows={rows.filter(({ id }) => ticked.includes(id))}
        />
      ) : null}
      {rows.length === 0 ? (
        <p className="fb-card fb-empty">{empty}</p>
      ) : (
        <div className="fb-card fb-scroll">
          <table className="fb-table fb-bookings">
            <thead>
              <tr>
                {isBulk ? (
                  <th>
                    <input
                      aria-label="Select all bookings on this page"
                      checked={all}
                      className="fb-tick"
                      onChange={() => setTicked(all ? [] : rows.map(({ id }) => id))}
                      type="checkbox"
                    />
                  </th>
                ) : null}
                <SortHeading header={headers.number} label="Booking" />
                <SortHeading header={headers.customer} label="Customer" />
                <SortHeading header={headers.when} label="When" />
                <th>Service</th>
                <th>{teamWord().title}</th>
                <SortHeading header={headers.status} label="Status" />
                {showMoney ? (
                  <SortHeading className="fb-num" header={headers.total} label="Total" />
                ) : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {isBulk ? (
                    <td className="fb-bookings__tick">
                      <input
                        aria-label={`Select ${row.number}, ${row.customer}`}
                        checked={ticked.includes(row.id)}
                        className="fb-tick"
                        onChange={() => toggle(row.id)}
                        type="checkbox"
                      />
                    </td>
                  ) : null}
                  <td>
                    <span className="fb-hint">{row.number}</span>
                    <span className="fb-hint fb-block">{sourceWord(row.source)}</span>
                  </td>
                  <td>
                    <Link
                      prefetch={false}
                      className="fb-rowlink"
                      href={`${admin}/collections/bookings/${row.id}`}
                    >
                      {row.customer}
                    </Link>
                    {row.labels.length > 0 ? (
                      <span className="fb-hint fb-block">{row.labels.join(', ')}</span>
                    ) : null}
                  </td>
                  <td>
                    <When end={row.endsAt ?? null} start={row.startsAt} zone={row.timezone} />
                    {row.visits > 1 ? (
                      <span className="fb-hint fb-block">one of {row.visits} visits</span>
                    ) : null}
                  </td>
                  <td>
                    {row.services}
                    <span className="fb-hint fb-block">{row.place}</span>
                  </td>
                  <td>
                    <People isHidden={!showPeople} row={row} />
                  </td>
                  <td>
                    <StatusPill status={row.status} />
                    {row.answerDue ? <AnswerDue due={row.answerDue} zone={row.timezone} /> : null}
                    {row.moves.includes('remind') ? (
                      <RemindButton onResult={(result) => tell(row.id, result)} row={row} />
                    ) : null}
                    {results[row.id] ? (
                      <span className={`fb-hint fb-block fb-result--${results[row.id]?.ok}`}>
                        {results[row.id]?.words}
                      </span>
                    ) : null}
                  </td>
                  {showMoney ? (
                    <td className="fb-num">
                      {row.total === undefined ? '' : amountText(row.total, row.currency)}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
