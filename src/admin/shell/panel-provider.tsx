'use client'
import { usePathname, useRouter } from 'next/navigation.js'
import { type ReactNode, useEffect } from 'react'
import { useConfig } from '@payloadcms/ui'
import { bookingTabs } from '../../domain/bookings/tabs.ts'
import { setPanelLocale } from '../ui/panel-locale.ts'
import { setTeamWord } from '../ui/team-word.ts'
import { isTyping } from '../ui/is-typing.ts'
import { isOn } from '../ui/switches.ts'
import { LiveNews } from './live-news.tsx'
import './tokens.css'
import './page.css'
import './brand.css'
import './rail/rail.css'
import './search/search.css'
import './bell/bell.css'
import '../settings/settings.css'
import './home.css'
import './live-news.css'
import '../scheduling/finder/finder.css'
import '../scheduling/why-not.css'
import '../ui/controls.css'
import '../ui/words.css'
import '../ui/table.css'
import '../ui/dialog.css'
import '../ui/menu.css'
import './fixes.css'
import './stock.css'
import './stock-targets.css'
import '../bookings/list/bookings-list.css'
import '../bookings/page/booking-page.css'
import '../bookings/page/booking-history.css'
import '../bookings/new/new-booking.css'
import '../bookings/new/new-booking-when.css'
import '../bookings/new/new-booking-who.css'
import '../scheduling/week-hours.css'
import '../scheduling/board/board-bar.css'
import '../scheduling/board/board.css'
import '../scheduling/board/board-visit.css'
import '../scheduling/board/timeline.css'
import '../scheduling/board/board-look.css'
import '../scheduling/board/visit-card.css'
import '../scheduling/board/week.css'
import '../scheduling/board/map.css'
import '../scheduling/board/plan.css'
import '../scheduling/calendar/calendar.css'
import '../scheduling/calendar/calendar-event.css'
import '../people/permissions.css'
import '../people/team/team.css'
import '../people/keys/keys.css'
import '../scheduling/time-off/time-off.css'
import '../people/customers/customers.css'
import '../catalogue/services/services.css'
import '../records/records.css'
import '../messages/outbox.css'

/** The tab that a digit stands for, on the pages that show the tabs. */
const tabOf = (key: string, path: string) =>
  /\/(dispatch|collections\/bookings)$/.test(path) ? bookingTabs[Number(key) - 1]?.key : undefined

type PanelProviderProps = { children?: ReactNode; locale: string; fieldworkerLabel: string }

/** Wraps every page of the panel: its styles, `N` for a new booking, and `1`–`8` for the tabs. */
export const PanelProvider = ({ children, locale, fieldworkerLabel }: PanelProviderProps) => {
  // Before anything below is drawn, here and in the browser.
  setPanelLocale(locale)
  setTeamWord(fieldworkerLabel)
  const router = useRouter()
  const path = usePathname()
  const { config } = useConfig()
  const admin = config.routes.admin
  const signedOut = /\/(login|forgot|reset|create-first-user|logout)/.test(path)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey
      if (signedOut || !plain || isTyping(event.target) || !isOn('keys')) return
      if (document.querySelector('dialog[open]')) return
      const tab = tabOf(event.key, path)
      const to = event.key.toLowerCase() === 'n' ? 'new-booking' : `collections/bookings?tab=${tab}`
      if (to !== 'new-booking' && !tab) return
      event.preventDefault()
      router.push(`${admin}/${to}`)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [admin, path, router, signedOut])

  return (
    <>
      {children}
      <LiveNews isOn={!signedOut} />
    </>
  )
}
