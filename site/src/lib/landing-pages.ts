import type { Me } from '../../../src/contracts/people/me.ts'

/** Where each kind of person starts. */
export const landingPages: Record<Me['kind'], string> = {
  customer: '/my',
  fieldworker: '/field',
  staff: '/admin',
}
