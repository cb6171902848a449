import type { APIRoute } from 'astro'
import { api } from '../lib/api.ts'

export const POST: APIRoute = async (context) => {
  await api(context).signOut()
  return context.redirect('/', 303)
}

export const GET: APIRoute = (context) => context.redirect('/', 303)
