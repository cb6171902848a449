import type { PayloadRequest } from 'payload'
import { assertAnswers } from '../../domain/bookings/answers.ts'
import { placeKind } from '../../domain/scheduling/place-kind.ts'
import type { Plan } from '../../contracts/bookings/bookings.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { expandCrew } from '../../domain/scheduling/expand-crew.ts'
import { serviceDocument } from '../catalogue/service-document.ts'
import type { Service } from '../../payload-types.ts'
import type { BookingPlace } from './place-of-booking.ts'
import { priceOfLine } from './price-of-line.ts'
import { assignmentOf, type Method, methodFor, wantedIn } from '../../domain/bookings/assignment.ts'
import type { PlannedLine, PlannedVisit } from './plan-types.ts'
import type { TimeRequest } from '../scheduling/time-request.ts'
import { allocateTime } from '../scheduling/allocate-time.ts'
import type { BookingRules } from './settings-of.ts'
import { visitSpan } from '../scheduling/visit-span.ts'

type Context = {
  place: BookingPlace
  rules: BookingRules
  awaitsApproval: boolean
  /** The answers were given before, to a booking that is copied. */
  copiesAnswers: boolean
} & Pick<TimeRequest, 'onOverride' | 'overriding'>
type PlanLine = Plan[number]
type Draft = { line: PlanLine; service: Service; method: Method; visits: DraftVisit[] }
type DraftVisit = { visit: PlanLine['visits'][number]; claim: TimeRequest | null }

/** The method by which people get a service's visits. */
export const methodOf = (service: Service, rules: BookingRules, chosen?: Method): Method =>
  methodFor({
    chosen,
    service: service.assignmentMethod,
    company: rules.booking.assignmentMethod,
  })

const servicesOf = async (req: PayloadRequest, plan: Plan): Promise<Map<string, Service>> => {
  const found = new Map<string, Service>()
  for (const { service: id } of plan) {
    const service = found.get(id) ?? (await serviceDocument(req, id))
    if (!service?.active) {
      throw new DomainError('not-found', 'There is no such service.', {
        field: 'service',
      })
    }
    found.set(id, service)
  }
  return found
}

const draftLine = (line: PlanLine, service: Service, context: Context): Draft => {
  const { onOverride, overriding, place, rules } = context
  const visits = line.visits.flatMap((visit) =>
    expandCrew(visit, service.crewSize ?? 1).map((who): DraftVisit => {
      if (visit.unreserved) return { visit, claim: null }
      const claim: TimeRequest = {
        ...visitSpan(service, visit),
        service: service.id,
        place: place.query,
        who: who === null || who === 'same' ? 'any' : who,
        ...(who === 'same' && { prefersSame: true }),
        overriding,
        ...(onOverride && { onOverride }),
      }
      return { visit, claim }
    }),
  )
  return { line, service, method: methodOf(service, rules, line.method), visits }
}

const planVisit = (
  { visit, holder }: { visit: PlanLine['visits'][number]; holder: string | null },
  { draft, awaitsApproval }: { draft: Draft; awaitsApproval: boolean },
): PlannedVisit => {
  const { method, service } = draft
  const wanted = wantedIn(visit.fieldworker)
  return {
    ...visitSpan(service, visit),
    ...assignmentOf({ method, wanted, holder, awaitsApproval }),
    unreserved: visit.unreserved ?? false,
  }
}

/** @throws {DomainError} invalid-input naming `plan.<place>.answers.<key>` */
const assertAnswered = (plan: Plan, services: Map<string, Service>): void => {
  for (const [at, { service, answers }] of plan.entries()) {
    assertAnswers(services.get(service)?.questions, answers, `plan.${at}.answers`)
  }
}

type Wanted = { plan: Plan } & Omit<Context, 'awaitsApproval'>

/**
 * Decides everything about plans, in their order: prices, spans, and who holds the time of each
 * visit. Offers start only once nobody has to approve, so until then the person is
 * reserved. `refused` gives a refusal the words of the plan (by its place) that it is about.
 */
export const resolvePlans = async (
  req: PayloadRequest,
  wanted: Wanted[],
  { refused }: { refused?: Refused | undefined } = {},
): Promise<PlannedLine[][]> => {
  const plans: { drafts: Draft[]; awaitsApproval: boolean; rules: BookingRules }[] = []
  for (const { plan, ...context } of wanted) {
    const services = await servicesOf(req, plan)
    for (const service of services.values()) placeKind({ service, place: context.place.query })
    if (!context.copiesAnswers) assertAnswered(plan, services)
    const awaitsApproval = [...services.values()].some((service) => service.requiresApproval)
    const full = { ...context, awaitsApproval }
    const drafts = plan.map((line) => draftLine(line, services.get(line.service) as Service, full))
    plans.push({ drafts, awaitsApproval, rules: context.rules })
  }
  const claims = plans.flatMap(({ drafts }, place) =>
    drafts.flatMap(({ visits }) =>
      visits.flatMap(({ claim }) => (claim ? [{ claim, place }] : [])),
    ),
  )
  const holders = await allocateTime(
    req,
    claims.map(({ claim }) => claim),
    { refused: refused && ((error, at) => refused(error, claims[at]?.place ?? 0)) },
  )
  return plans.map(({ drafts, awaitsApproval, rules }) =>
    drafts.map((draft) => ({
      ...priceOfLine(draft, rules),
      visits: draft.visits.map(({ visit, claim }) =>
        planVisit(
          { visit, holder: claim ? (holders.shift() as string) : null },
          { draft, awaitsApproval },
        ),
      ),
    })),
  )
}

/** What is said of a refusal that concerns one of several, named by its place among them. */
export type Refused = (error: unknown, place: number) => unknown
