import type { NextVisit } from '../../../database/people/next-visits.ts'
import type { LoginState } from '../../../domain/people/login-state.ts'

/** One person of the list of the team. */
export type TeamRow = {
  id: string
  name: string
  colour: string | undefined
  phone: string
  active: boolean
  blocked: boolean
  skills: string[]
  /** Empty means all of them. */
  areas: string[]
  /** Empty where they have none. */
  hours: string
  login: LoginState
  next: NextVisit | undefined
}
