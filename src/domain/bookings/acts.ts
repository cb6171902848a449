/** What the history keeps of one change of one record, as far as it matters here. */
export type ActEntry = {
  /** Epoch milliseconds. */
  at: number
  actorKind: string
  actorId: string | null
  actorName: string | null
  /** Slug of the record's collection. */
  subjectType: string
  subjectId: string
  command: string
}

/** Everything that one person did at one time; `lead` is what they meant to do, the rest followed. */
export type Act<Entry extends ActEntry> = { lead: Entry; entries: Entry[] }

/** The entries of one command are written within moments of each other. */
const togetherMs = 2000

const isByRules = ({ actorKind }: ActEntry) => actorKind === 'system'

const isSamePerson = (a: ActEntry, b: ActEntry) =>
  a.actorKind === b.actorKind && a.actorId === b.actorId && a.actorName === b.actorName

const subjects = ['bookings', 'appointments', 'booking-lines']
const plain = ['create', 'update']

/** The lower, the more it says about what somebody meant. */
const rankOf = (entry: ActEntry): number => {
  const subject = subjects.indexOf(entry.subjectType)
  return (
    (isByRules(entry) ? 100 : 0) +
    (plain.includes(entry.command) ? 10 : 0) +
    (subject < 0 ? subjects.length : subject)
  )
}

const leadOf = <Entry extends ActEntry>(entries: Entry[]): Entry =>
  entries.reduce((best, entry) => (rankOf(entry) < rankOf(best) ? entry : best))

const belongs = (entry: ActEntry, act: ActEntry[]): boolean => {
  const last = act.at(-1)
  if (!last || entry.at - last.at > togetherMs) return false
  if (isByRules(entry)) return true
  const person = act.find((other) => !isByRules(other))
  if (!person) return true
  const isAgain = act.some(
    (other) =>
      !isByRules(other) && other.subjectId === entry.subjectId && other.command === entry.command,
  )
  return isSamePerson(person, entry) && !isAgain
}

/** Puts the entries of a history, oldest first, together as the acts that left them. */
export const actsOf = <Entry extends ActEntry>(entries: readonly Entry[]): Act<Entry>[] => {
  const acts: Entry[][] = []
  for (const entry of entries) {
    const act = acts.at(-1)
    if (act && belongs(entry, act)) act.push(entry)
    else acts.push([entry])
  }
  return acts.map((act) => ({ lead: leadOf(act), entries: act }))
}
