import type { Me } from '../../../src/contracts/me.ts'

/** Where each kind of person starts. */
export const homes: Record<Me['kind'], string> = {
  customer: '/my',
  fieldworker: '/field',
  staff: '/admin',
}
