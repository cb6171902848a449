export const methods = ['broadcast', 'direct', 'request'] as const

/** How a visit gets its person: without asking, by asking one, or by asking all who could take it. */
export type Method = (typeof methods)[number]

/** What a command says of the person: a certain one, whoever is free, or nobody for now. */
export type Wanted = 'anyone' | 'nobody' | 'person'

export type Assignment = {
  method: Method
  acceptance: 'not_required' | 'pending' | 'unassigned'
  fieldworker: string | null
  /** Whose time the visit keeps while nobody has it. */
  reservedFor: string | null
}

/** What is said of the person, from the way commands say it. */
export const wantedIn = (fieldworker: string | null | undefined): Wanted => {
  if (!fieldworker) return 'nobody'
  return fieldworker === 'any' || fieldworker === 'same' ? 'anyone' : 'person'
}

/** The method of a visit: the command's, else the service's, else the company's. */
export const methodFor = ({
  chosen,
  service,
  company,
}: {
  chosen?: Method | null | undefined
  service?: Method | 'inherit' | null | undefined
  company?: Method | null | undefined
}): Method => chosen ?? (service && service !== 'inherit' ? service : (company ?? 'direct'))

/**
 * Who has a visit, who is asked, and whose time is reserved. `holder` is the person who won the
 * time. Whoever is named is the one who is asked: a broadcast goes out where nobody is named. While
 * somebody has to approve the booking, nobody is asked yet.
 */
export const assignmentOf = ({
  method,
  wanted,
  holder,
  awaitsApproval,
}: {
  method: Method
  wanted: Wanted
  holder: string | null
  awaitsApproval: boolean
}): Assignment => {
  const asks = method === 'broadcast' && wanted === 'person' ? 'request' : method
  const reserved = { method: asks, acceptance: 'unassigned', fieldworker: null } as const
  if (wanted === 'nobody') return { ...reserved, method, reservedFor: holder }
  if (asks === 'direct') {
    return { method: asks, acceptance: 'not_required', fieldworker: holder, reservedFor: null }
  }
  if (awaitsApproval) return { ...reserved, reservedFor: holder }
  if (asks === 'broadcast') {
    return { method: asks, acceptance: 'pending', fieldworker: null, reservedFor: holder }
  }
  return { method: asks, acceptance: 'pending', fieldworker: holder, reservedFor: null }
}

/**
 * What a move says of the person: without a word, whoever has the visit keeps it, and a broadcast
 * that asked somebody asks everybody again.
 */
export const wantedInMove = (
  visit: { method: Method; acceptance: string; fieldworker: string | null },
  fieldworker: string | null | undefined,
): Wanted => {
  if (fieldworker !== undefined) return wantedIn(fieldworker)
  if (visit.method === 'broadcast') return visit.acceptance === 'unassigned' ? 'nobody' : 'anyone'
  return visit.fieldworker ? 'person' : 'nobody'
}

/** Whom an approved booking asks now for a visit: its reserved person, everybody, or nobody. */
export const wantedOnApproval = ({
  method,
  acceptance,
  reservedFor,
}: {
  method?: Method | null | undefined
  acceptance: string
  reservedFor: string | null
}): Wanted => {
  if (acceptance !== 'unassigned' || !reservedFor || !method || method === 'direct') return 'nobody'
  return method === 'broadcast' ? 'anyone' : 'person'
}
