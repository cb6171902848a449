import type { APIRoute } from 'astro'
import { api } from '../../../../lib/api.ts'
import { visitCalendar } from '../../../../lib/visit-calendar.ts'

export const GET: APIRoute = async (context) => {
  const answer = await api(context).booking(context.params['id'] ?? '')
  if (!answer.ok) return context.rewrite('/404')
  const { booking } = answer.data
  const { company } = context.locals
  const file = visitCalendar({
    booking,
    host: context.url.hostname,
    company: company.tradingName ?? company.name,
    now: new Date().toISOString(),
  })
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="booking-${booking.number}.ics"`,
    },
  })
}
