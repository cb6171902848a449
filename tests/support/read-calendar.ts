import ICAL from 'ical.js'

export type ReadEvent = {
  uid: string
  sequence: number
  status: string
  start: string
  end: string
  summary: string
  location: string
  organizer: string
  attendee: string
}

const iso = (time: ICAL.Time) => time.toJSDate().toISOString()

/** What a calendar program reads in an iCalendar file, by a parser that is not ours. */
export const readCalendar = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content))
  const text = (of: ICAL.Component, name: string) => String(of.getFirstPropertyValue(name) ?? '')
  const events = calendar.getAllSubcomponents('vevent').map((component): ReadEvent => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: text(component, 'status'),
      start: iso(event.startDate),
      end: iso(event.endDate),
      summary: event.summary,
      location: event.location,
      organizer: text(component, 'organizer'),
      attendee: text(component, 'attendee'),
    }
  })
  const names = calendar.getAllProperties().map(({ name }) => name)
  return { method: text(calendar, 'method'), version: text(calendar, 'version'), names, events }
}
