import { type Held, heldSchema } from '../../src/contracts/holds.ts'
import type { Person } from './people.ts'
import type { Refused, SlotDesk } from './slot-desk.ts'

type Options = { as?: Person; headers?: Record<string, string> }
type Told<Body> = { status: number; body: Body & Refused; code: string | undefined }

/** Words for stories about times that are kept; `from` is the address that asks. */
export type HoldDesk = {
  hold: (body: object, options?: Options) => Promise<Told<Held>>
  drop: (id: string) => Promise<{ status: number }>
  book: (body: object, options?: Options) => Promise<Told<{ id: string }>>
}

export const holdDeskOf = ({ app }: SlotDesk, from: () => string): HoldDesk => ({
  hold: async (body, { as, headers } = {}) => {
    const answer = await app.request<Held & Refused>('POST', '/app/holds', {
      body: { postcode: '2000', ...body },
      headers: { 'x-client-address': from(), ...headers },
      ...(as && { as }),
    })
    if (answer.status < 300) heldSchema.parse(answer.body)
    return { ...answer, code: answer.body.errors?.[0]?.code }
  },
  drop: (id) => app.request('DELETE', `/app/holds/${id}`),
  book: async (body, { headers = {} } = {}) => {
    const answer = await app.request<{ id: string } & Refused>('POST', '/app/bookings', {
      body: {
        address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
        customer: { name: 'Guest', phone: '0412345678' },
        ...body,
      },
      headers,
    })
    return { ...answer, code: answer.body.errors?.[0]?.code }
  },
})
