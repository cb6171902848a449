import type { Me } from './shapes.ts'

/** Where each kind of person starts. */
export const homes: Record<Me['kind'], string> = {
  customer: '/my',
  fieldworker: '/field',
  staff: '/admin',
}
