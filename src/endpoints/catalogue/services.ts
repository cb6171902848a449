import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { serviceAnswerSchema, servicesAnswerSchema } from '../../contracts/catalogue/services.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { listServices } from '../../operations/catalogue/list-services.ts'

/** `GET /app/services`: what customers may book, in the order of the categories. */
const list: ScopedEndpoint = {
  path: '/app/services',
  method: 'get',
  custom: { scopes: 'anyone', answer: servicesAnswerSchema },
  handler: async (req) => Response.json({ services: await listServices(req) }),
}

/** `GET /app/services/:slug`: one of them. */
const single: ScopedEndpoint = {
  path: '/app/services/:slug',
  method: 'get',
  custom: { scopes: 'anyone', answer: serviceAnswerSchema },
  handler: async (req) => {
    const slug = String(req.routeParams?.['slug'] ?? '')
    const [service] = await listServices(req, { slug })
    if (!service) throw new DomainError('not-found', 'There is no such service.')
    return Response.json({ service })
  },
}

export const servicesEndpoints: ScopedEndpoint[] = [list, single]
