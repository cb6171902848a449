'use client'
import { usePathname, useRouter } from 'next/navigation.js'
import { type ReactNode, useEffect } from 'react'
import { useConfig } from '@payloadcms/ui'
import { LiveNews } from './live-news.tsx'
import './tokens.css'
import './page.css'
import './brand-nav.css'
import './home.css'
import '../scheduling/finder/finder.css'
import '../scheduling/why-not.css'
import '../ui/controls.css'
import '../ui/words.css'
import '../ui/table.css'
import '../ui/dialog.css'
import './fixes.css'
import '../bookings/bookings-list.css'
import '../bookings/booking-page.css'
import '../bookings/booking-history.css'
import '../bookings/new-booking.css'
import '../scheduling/week-hours.css'
import '../scheduling/board/board.css'
import '../scheduling/board/timeline.css'
import '../scheduling/board/visit-card.css'
import '../scheduling/board/week.css'
import '../scheduling/board/map.css'
import '../scheduling/board/plan.css'
import '../scheduling/calendar/calendar.css'
import '../people/permissions.css'
import '../messages/outbox.css'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Wraps every page of the panel: its styles, and the key `N` that opens a new booking. */
export const PanelProvider = ({ children }: { children?: ReactNode }) => {
  const router = useRouter()
  const path = usePathname()
  const { config } = useConfig()
  const admin = config.routes.admin
  const signedOut = /\/(login|forgot|reset|create-first-user|logout)/.test(path)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey
      if (signedOut || !plain || event.key.toLowerCase() !== 'n' || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      router.push(`${admin}/new-booking`)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [admin, router, signedOut])

  return (
    <>
      {children}
      <LiveNews isOn={!signedOut} />
    </>
  )
}
