'use client'
import { Link } from '@payloadcms/ui'
import { useRef } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { useCompany } from '../../ui/use-company.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import { type Notice, useNotifications } from './use-notifications.ts'

type EntryProps = { notice: Notice; zone: string; onGo: () => void }

const Entry = ({ notice, zone, onGo }: EntryProps) => {
  const words = (
    <>
      <span className="fb-bell__title">
        {notice.read ? null : <span className="fb-bell__dot" title="Unread" />}
        {notice.title}
      </span>
      {notice.body ? <span className="fb-muted">{notice.body}</span> : null}
      <time className="fb-muted" dateTime={notice.at}>
        {momentIn(notice.at, zone)}
      </time>
    </>
  )
  const classes = notice.read ? 'fb-bell__entry' : 'fb-bell__entry fb-bell__entry--new'
  return (
    <li>
      {notice.href ? (
        <Link className={classes} href={notice.href} onClick={onGo} prefetch={false}>
          {words}
        </Link>
      ) : (
        <button className={classes} onClick={onGo} type="button">
          {words}
        </button>
      )}
    </li>
  )
}

const countWords = (unread: number) =>
  unread === 0 ? 'Notifications, all read' : `Notifications, ${unread} unread`

/** What others did since the reader last looked, with what is unread counted. */
export const Bell = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const { notices, readOne, readAll } = useNotifications()
  const zone = useCompany()?.timezone
  const unread = notices?.filter(({ read }) => !read).length ?? 0
  const go = (id: string) => {
    dialog.current?.close()
    void readOne(id)
  }
  return (
    <>
      <button
        aria-label={countWords(unread)}
        className="fb-bell"
        onClick={() => dialog.current?.showModal()}
        type="button"
      >
        <Glyph name="bell" size={18} />
        {unread > 0 ? <span className="fb-bell__count">{unread > 99 ? '99+' : unread}</span> : null}
      </button>
      <dialog aria-label="Notifications" className="fb-bell__list" ref={dialog}>
        <div className="fb-bell__head">
          <h2>Notifications</h2>
          {unread > 0 ? (
            <button className="fb-bell__act" onClick={() => void readAll()} type="button">
              Mark all read
            </button>
          ) : null}
          <button className="fb-bell__act" onClick={() => dialog.current?.close()} type="button">
            Close
          </button>
        </div>
        {notices === null || !zone ? <p className="fb-bell__note">Loading notifications…</p> : null}
        {notices?.length === 0 ? (
          <p className="fb-bell__note">No notifications yet. What others do appears here.</p>
        ) : null}
        <ul className="fb-bell__entries">
          {zone
            ? notices?.map((notice) => (
                <Entry key={notice.id} notice={notice} onGo={() => go(notice.id)} zone={zone} />
              ))
            : null}
        </ul>
      </dialog>
    </>
  )
}
