import type { Coordinates } from '../../../domain/scheduling/distance.ts'
import type { HoursException } from '../../scheduling/hours-exception.ts'
import type { WeekRow } from '../../scheduling/week.ts'

/** What the page of a fieldworker lets the office change. */
export type PersonDraft = {
  name: string
  phone: string
  email: string
  colour: string
  active: boolean
  blocked: boolean
  services: string[]
  skills: string[]
  areas: string[]
  locations: string[]
  home: Coordinates | null
  timezone: string
  workingHours: WeekRow[]
  exceptions: HoursException[]
}

const sent = (draft: PersonDraft): Record<keyof PersonDraft, unknown> => ({
  ...draft,
  phone: draft.phone || null,
  email: draft.email || null,
  colour: draft.colour || null,
  home: draft.home ?? { lat: null, lng: null },
})

/** The fields that differ from what was read, as a save sends them. */
export const changesOf = (draft: PersonDraft, before: PersonDraft): Partial<PersonDraft> => {
  const [now, then] = [sent(draft), sent(before)]
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(then[key as keyof PersonDraft]),
  )
  return Object.fromEntries(changed) as Partial<PersonDraft>
}

/** A new person as `POST /app/team` takes them: empty fields are left out. */
export const newPersonOf = (draft: PersonDraft, login: boolean): object => {
  const { active: _active, blocked: _blocked, exceptions: _exceptions, home, ...rest } = draft
  const { phone, email, colour, ...work } = rest
  return {
    ...work,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(colour && { colour }),
    ...(home && { home }),
    login,
  }
}
