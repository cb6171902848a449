import type { PayloadRequest } from 'payload'
import type { CreateBooking, Plan } from '../../contracts/bookings/bookings.ts'
import { assertAnswers } from '../../domain/bookings/answers.ts'
import type { Service } from '../../payload-types.ts'
import { serviceDocument } from '../../steps/catalogue/service-document.ts'
import { findService } from '../scheduling/find-service.ts'

type PlanLine = Plan[number]
type Timed = Pick<Service, 'bufferAfterMinutes' | 'bufferBeforeMinutes' | 'durationMinutes'>
/** The service before, and the start of its visit. */
type Before = { service: Timed; start: string }

const minuteMs = 60_000

const whoOf = ({ fieldworker, unassigned }: Pick<CreateBooking, 'fieldworker' | 'unassigned'>) => {
  if (unassigned) return null
  return fieldworker ?? 'any'
}

/** The first start after a visit that its buffers and those of the next service allow. */
const rightAfter = (
  { service: { durationMinutes, bufferAfterMinutes }, start }: Before,
  next: Timed,
) => {
  const buffers = (bufferAfterMinutes ?? 0) + (next.bufferBeforeMinutes ?? 0)
  return new Date(Date.parse(start) + (durationMinutes + buffers) * minuteMs).toISOString()
}

/** A service once, at one time: the quantity is a matter of its price alone. */
const lineOf = (
  service: Service,
  {
    quantity = 1,
    ...visit
  }: { quantity?: number | undefined } & Pick<
    PlanLine['visits'][number],
    'fieldworker' | 'people' | 'start'
  >,
): PlanLine => ({
  service: service.id,
  quantity,
  visits: [visit],
})

/**
 * The lines of a new booking: the service asked for and, for the office, more of them; those
 * without a start of their own follow the one before, by the same person where they can.
 * @throws {DomainError} not-found, invalid-input
 */
export const planForBooking = async (
  req: PayloadRequest,
  { body, service }: { body: CreateBooking; service: Service },
): Promise<Plan> => {
  const people = body.people === undefined ? {} : { people: body.people }
  const first = lineOf(service, {
    ...{ quantity: body.quantity, start: body.start, fieldworker: whoOf(body) },
    ...people,
  })
  const plan: Plan = [
    {
      ...first,
      ...(body.method && { method: body.method }),
      ...(body.answers && { answers: body.answers }),
    },
  ]
  let before: Before = { service, start: body.start }
  for (const [at, asked] of (body.more ?? []).entries()) {
    const { id } = await findService(req, asked.service)
    const next = (await serviceDocument(req, id)) as Service
    assertAnswers(next.questions, asked.answers, `more.${at}.answers`)
    const start = asked.start ?? rightAfter(before, next)
    const follows = asked.start === undefined && !asked.unassigned && !asked.fieldworker
    const fieldworker = follows && !body.unassigned ? ('same' as const) : whoOf(asked)
    const crew = asked.people === undefined ? {} : { people: asked.people }
    plan.push({
      ...lineOf(next, { quantity: asked.quantity, start, fieldworker, ...crew }),
      ...(asked.answers && { answers: asked.answers }),
    })
    before = { service: next, start }
  }
  return plan
}
