'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import { useNews } from './use-news.ts'

/**
 * Says in the free middle of the panel's header which bookings others make and change: one
 * line, however much happens; it goes by itself, waits while it is pointed at, and can be sent away.
 */
export const LiveNews = ({ isOn }: { isOn: boolean }) => {
  const { config } = useConfig()
  const [isHeld, setHeld] = useState(false)
  const { items, more, dismiss } = useNews(isOn, isHeld)
  const [first] = items
  const others = items.length - 1 + more
  const list = `${config.routes.admin}/collections/bookings`
  const close = () => {
    setHeld(false)
    dismiss()
  }
  return (
    <div aria-label="What others change" aria-live="polite" className="fb-news-place" role="status">
      {first || more > 0 ? (
        <div
          className="fb-news"
          onBlur={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
        >
          {first ? (
            <Link
              prefetch={false}
              className="fb-news__link"
              href={`${list}/${first.id}`}
              onClick={close}
            >
              <strong>{first.word}</strong> <span>{first.about}</span>
            </Link>
          ) : null}
          {others > 0 || !first ? (
            <Link
              prefetch={false}
              className="fb-news__more"
              href={`${list}?tab=all`}
              onClick={close}
            >
              {first ? `+${others} more` : `${more} bookings have changed`}
            </Link>
          ) : null}
          <button
            aria-label="Dismiss the news"
            className="fb-news__close"
            onClick={close}
            type="button"
          >
            <Glyph name="cross" size={14} />
          </button>
        </div>
      ) : null}
    </div>
  )
}
