import { isEverOpen } from './is-ever-open.ts'
import type { SetupFault } from './setup-fault.ts'
import type { SetupWorld } from './setup-world.ts'

type Person = SetupWorld['people'][number]
type Found = Omit<SetupFault, 'mendedAt'>

const isNowhere = (chosen: readonly string[], active: readonly { id: string }[]): boolean =>
  chosen.length > 0 && !chosen.some((id) => active.some((one) => one.id === id))

const hoursFault = (person: Person, now: number): Found | null =>
  isEverOpen(person, now)
    ? null
    : {
        code: 'person-without-hours',
        message: `${person.name} has no working hours.`,
        fix: 'Enter them, or make the person inactive.',
      }

const workFault = (person: Person, { services }: SetupWorld): Found | null => {
  const { name } = person
  const offered = services.filter(({ active, id }) => active && person.services.includes(id))
  if (offered.length === 0) {
    return {
      code: 'person-without-services',
      message: `${name} does none of your services.`,
      fix: 'Choose what they do.',
    }
  }
  const isAble = offered.some(({ skills }) =>
    skills.every((skill) => person.skills.includes(skill)),
  )
  if (isAble) return null
  return {
    code: 'person-without-skills',
    message: `${name} lacks the skills for their services.`,
    fix: 'Give them the skills that their services need.',
  }
}

const placeFault = (person: Person, { areas, locations }: SetupWorld): Found | null => {
  const [noArea, noLocation] = [
    isNowhere(person.areas, areas),
    isNowhere(person.locations, locations),
  ]
  if (noArea) {
    return {
      code: 'person-area-inactive',
      message: `Every area of ${person.name} is inactive.`,
      fix: 'Choose an active area, or none for all of them.',
    }
  }
  if (noLocation) {
    return {
      code: 'person-location-inactive',
      message: `Every location of ${person.name} is inactive or deleted.`,
      fix: 'Choose an active location, or none for all of them.',
    }
  }
  return null
}

const answerFault = ({ name, hasLogin, email }: Person, { settings }: SetupWorld): Found | null =>
  settings.assignmentMethod === 'direct' || hasLogin || email
    ? null
    : {
        code: 'person-unreachable',
        message: `${name} has to accept visits but has no login or email.`,
        fix: 'Give them a login or an email address.',
      }

/** Active people who can never get work, or never answer an offer. */
export const peopleFaults = (world: SetupWorld, now: number): SetupFault[] =>
  world.people
    .filter(({ active, blocked }) => active && !blocked)
    .flatMap((person) =>
      [
        hoursFault(person, now),
        workFault(person, world),
        placeFault(person, world),
        answerFault(person, world),
      ].flatMap((found): SetupFault[] =>
        found ? [{ ...found, mendedAt: { collection: 'fieldworkers', id: person.id } }] : [],
      ),
    )
