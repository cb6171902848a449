'use client'
import { useState } from 'react'
import type { FinderAnswer, NearbyAnswer } from '../../../contracts/scheduling/finder.ts'
import type { LocationChoice, ServiceChoice } from '../../bookings/new/booking-draft.ts'
import { ServiceField } from '../../bookings/new/service-field.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { dateIn } from '../../ui/zoned-time.ts'
import type { MapTiles } from '../map/use-map.ts'
import { WhyNotDialog } from '../why-not-dialog.tsx'
import { FinderMap } from './finder-map.tsx'
import { FinderTimeline } from './finder-timeline.tsx'
import { type FinderView, FinderViews } from './finder-views.tsx'
import { FoundPerson } from './found-person.tsx'
import { NotOffered } from './not-offered.tsx'
import { timeWords } from './time-words.ts'

type TimeFinderProps = {
  services: ServiceChoice[]
  locations: LocationChoice[]
  timezone: string
  admin: string
  asked: { service: string; postcode: string; location: string; date: string }
  mayBook: boolean
  maySeeVisits: boolean
  tiles: MapTiles | undefined
}

const nearbyPath = ({ place, from, timezone }: FinderAnswer): string | undefined => {
  const point = place.coordinates ?? place.approximate
  if (!point) return undefined
  const at = { lat: `${point.lat}`, lng: `${point.lng}` }
  return `/api/app/nearby?${new URLSearchParams({ date: from, timezone, limit: '20', ...at })}`
}

/** Asks for a service, a place and a day; shows who is free when as list, timeline and map. */
export const TimeFinder = (props: TimeFinderProps) => {
  const { services, locations, timezone, asked, tiles } = props
  const [service, setService] = useState(asked.service)
  const [postcode, setPostcode] = useState(asked.postcode)
  const [location, setLocation] = useState(asked.location)
  const [date, setDate] = useState(asked.date || dateIn(Date.now(), timezone))
  const [view, setView] = useState<FinderView>('list')
  const [whom, setWhom] = useState<{ id: string; name: string }>()
  const chosen = services.find(({ id }) => id === service)
  const offered = locations.filter(({ id }) => chosen?.locations.includes(id))
  const place: Record<string, string> = location ? { location } : { postcode: postcode.trim() }
  const isPlaced = Boolean(location) || postcode.trim().length >= 3
  const path =
    service && isPlaced && date
      ? `/api/app/finder?${new URLSearchParams({ service, from: date, ...place })}`
      : undefined
  const { answer, errors } = useAnswer<FinderAnswer>(path)
  const { answer: nearby } = useAnswer<NearbyAnswer>(
    answer && view === 'map' && props.maySeeVisits ? nearbyPath(answer) : undefined,
  )
  const bookAt = (start: string, person: string | undefined) =>
    `${props.admin}/new-booking?${new URLSearchParams({
      ...{ service, start },
      ...place,
      ...(person ? { fieldworker: person } : {}),
    })}`

  return (
    <div className="fb-find">
      <section aria-label="What and where" className="fb-card">
        <div className="fb-card__body fb-find__ask">
          <ServiceField
            hidesPrices
            onChoose={(id) => {
              setService(id)
              setLocation('')
            }}
            services={services}
            value={service}
          />
          {offered.length > 0 ? (
            <SelectField
              choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
              label="Location"
              none="At the customer’s"
              onChange={({ target }) => setLocation(target.value)}
              value={location}
            />
          ) : null}
          {location ? null : (
            <label className="fb-field">
              <span>Postcode</span>
              <input
                autoComplete="off"
                className="fb-input"
                onChange={(event) => setPostcode(event.target.value)}
                value={postcode}
              />
            </label>
          )}
          <label className="fb-field">
            <span>Day</span>
            <input
              className="fb-input"
              onChange={(event) => setDate(event.target.value)}
              type="date"
              value={date}
            />
          </label>
          <RefusalNote errors={errors} />
        </div>
      </section>
      <section
        aria-busy={path !== undefined && !answer && errors.length === 0}
        aria-label="Who is free"
        className="fb-card"
      >
        <div className="fb-card__head">
          <h2>Who is free</h2>
          <FinderViews onView={setView} view={view} />
        </div>
        <div aria-live="polite" className="fb-card__body fb-find__found">
          {path ? null : (
            <p className="fb-muted">Choose a service and a place; the people appear here.</p>
          )}
          {answer ? (
            <>
              <p className="fb-muted">
                {timeWords(answer)} Times in {answer.zoneName}.
              </p>
              {view === 'map' ? (
                <FinderMap answer={answer} nearby={nearby?.visits ?? []} tiles={tiles} />
              ) : null}
              {view === 'timeline' ? (
                <FinderTimeline answer={answer} people={answer.people} />
              ) : null}
              <ul className="fb-people">
                {answer.people.map((person) => (
                  <FoundPerson
                    hrefOf={props.mayBook ? bookAt : undefined}
                    key={person.id}
                    onAsk={() => setWhom(person)}
                    person={person}
                    zone={answer.timezone}
                  />
                ))}
              </ul>
              <NotOffered
                isBusy={false}
                isOpen={answer.people.length === 0}
                onAsk={setWhom}
                others={answer.others}
              />
            </>
          ) : null}
        </div>
      </section>
      {whom && answer ? (
        <WhyNotDialog
          fieldworker={whom}
          onClose={() => setWhom(undefined)}
          {...(props.mayBook && {
            onPerson: ({ id }: { id: string }, at: string) =>
              window.location.assign(bookAt(at, id)),
            onStart: (at: string) => window.location.assign(bookAt(at, whom.id)),
          })}
          place={place}
          service={service}
          start={answer.people.find(({ firstStart }) => firstStart)?.firstStart ?? noonOf(date)}
          zone={answer.timezone}
        />
      ) : null}
    </div>
  )
}

const noonOf = (date: string) => new Date(`${date}T02:00:00Z`).toISOString()
