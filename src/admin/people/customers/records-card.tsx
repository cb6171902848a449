'use client'
import { useId, useState } from 'react'
import { useCommand } from '../../bookings/use-command.ts'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { RecordForm, type RecordField } from './record-form.tsx'

/** A record that belongs to a customer, in words and as its fields hold it. */
export type RecordView = {
  id: string
  title: string
  detail: string
  note: string
  values: Record<string, string>
}

type RecordsCardProps = {
  heading: string
  /** `address`: what one of them is called. */
  noun: string
  /** Collection of the records. */
  slug: 'addresses' | 'contacts' | 'properties'
  customer: string
  records: RecordView[]
  fields: readonly RecordField[]
  editable: boolean
}

/** The addresses, contacts or properties of a customer, added and changed in place. */
export const RecordsCard = (props: RecordsCardProps) => {
  const { heading, noun, slug, customer, records, fields, editable } = props
  const { run, busy, errors, clear } = useCommand()
  const [open, setOpen] = useState<string>()
  const id = useId()
  const show = (record: string | undefined) => {
    clear()
    setOpen(record)
  }
  const save = async (record: string, values: Record<string, string | null>) => {
    const isNew = record === 'new'
    const done = await run({
      path: isNew ? `/api/${slug}?depth=0` : `/api/${slug}/${record}?depth=0`,
      method: isNew ? 'POST' : 'PATCH',
      body: isNew ? { ...values, customer } : values,
      success: `Saved the ${noun}.`,
    })
    if (done) setOpen(undefined)
  }
  const remove = async (record: string) => {
    const done = await run({
      ...{ path: `/api/${slug}/${record}`, method: 'DELETE', success: `Removed the ${noun}.` },
      body: undefined,
    })
    if (done) setOpen(undefined)
  }
  const form = (record: string, values: Record<string, string>) => (
    <RecordForm
      busy={busy}
      errors={errors}
      fields={fields}
      noun={noun}
      onCancel={() => show(undefined)}
      onRemove={record === 'new' ? undefined : () => void remove(record)}
      onSave={(changed) => void save(record, changed)}
      values={values}
    />
  )
  return (
    <section aria-labelledby={id} className="fb-card">
      <div className="fb-card__head">
        <h2 id={id}>{heading}</h2>
        {editable && open !== 'new' ? (
          <button className="fb-button fb-button--small" onClick={() => show('new')} type="button">
            Add {noun}
          </button>
        ) : null}
      </div>
      {open === undefined && errors.length > 0 ? <RefusalNote errors={errors} /> : null}
      {records.length === 0 && open !== 'new' ? <p className="fb-empty">None on file.</p> : null}
      {open === 'new' ? form('new', {}) : null}
      <ul className="fb-records-list">
        {records.map((record) => (
          <li key={record.id}>
            {open === record.id ? (
              form(record.id, record.values)
            ) : (
              <div className="fb-records-list__row">
                <div>
                  <span className="fb-strong fb-block">{record.title}</span>
                  {record.detail ? (
                    <span className="fb-muted fb-block">{record.detail}</span>
                  ) : null}
                  {record.note ? <span className="fb-hint fb-block">{record.note}</span> : null}
                </div>
                {editable ? (
                  <button
                    aria-label={`Edit ${record.title}`}
                    className="fb-button fb-button--small"
                    onClick={() => show(record.id)}
                    type="button"
                  >
                    Edit
                  </button>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
