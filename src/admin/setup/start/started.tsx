'use client'
import { useEffect, useRef } from 'react'
import type { StartedCompany } from '../../../contracts/setup/start-company.ts'
import { CopyLine } from './copy-line.tsx'

type StartedProps = { admin: string; company: string; done: StartedCompany }

/** The end of the guide: where customers book, and what comes next. */
export const Started = ({ admin, company, done }: StartedProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="started" className="fb-card">
      <div className="fb-card__head">
        <h2 id="started" ref={heading} tabIndex={-1}>
          {company} is open for bookings
        </h2>
      </div>
      <div className="fb-card__body">
        <CopyLine label="Your booking page" text={done.bookingPage} />
        <p>
          <a href={done.bookingPage}>Open the booking page</a>
        </p>
        <CopyLine label="For your own website" text={done.embed} />
        <p className="fb-hint">
          First list your website under{' '}
          <a href={`${admin}/globals/portal-settings`}>Settings, Portal</a>, so that the widget may
          be shown there.
        </p>
        <ul className="fb-start__next">
          <li>
            <a href={`${admin}/collections/services`}>Add more services</a>
          </li>
          <li>
            <a href={`${admin}/collections/fieldworkers`}>Add more people</a>
          </li>
          <li>
            <a href={admin}>Go to Today</a>
          </li>
        </ul>
      </div>
    </section>
  )
}
