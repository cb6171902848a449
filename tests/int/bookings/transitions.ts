/** Who acts; `apiKey` has its own tests. */
export const actors = [
  'anonymous',
  'customer',
  'otherCustomer',
  'fieldworker',
  'otherFieldworker',
  'dispatcher',
  'manager',
  'admin',
] as const

export type TestActor = (typeof actors)[number]

const office = ['dispatcher', 'manager', 'admin'] as const
const reviewers = ['manager', 'admin'] as const
const onSite = ['fieldworker', ...office] as const

type Allowed = Record<string, readonly TestActor[]>

/**
 * Who brings a record from one state to another by a plain save, where the facts allow
 * it: the visits have begun, no duty is open, a reason is given. What is missing is refused.
 */
export const allowed = {
  booking: {
    'pending > confirmed': office,
    'pending > cancelled': ['customer', ...office],
    'confirmed > completed': onSite,
    'confirmed > cancelled': ['customer', ...office],
    'confirmed > no_show': onSite,
    'confirmed > rescheduled': office,
  },
  visit: {
    'pending > cancelled': office,
    'confirmed > completed': onSite,
    'confirmed > cancelled': office,
    'confirmed > no_show': onSite,
    'confirmed > rescheduled': office,
  },
  acceptance: {
    'pending > unassigned': office,
    'pending > accepted': onSite,
    'pending > declined': onSite,
    'accepted > unassigned': office,
    'accepted > pending': office,
    'accepted > declined': onSite,
    'not_required > unassigned': office,
    'not_required > pending': office,
    'not_required > declined': onSite,
    'declined > unassigned': office,
    'declined > pending': office,
    'declined > accepted': office,
  },
  progress: {
    'not_started > en_route': onSite,
    'not_started > in_progress': onSite,
    'en_route > in_progress': onSite,
    'in_progress > paused': onSite,
    'in_progress > finished': onSite,
    'paused > in_progress': onSite,
    'paused > finished': onSite,
  },
  approval: {
    'open > passed': reviewers,
    'open > rejected': reviewers,
    'rejected > open': office,
    'rejected > passed': reviewers,
  },
} satisfies Record<string, Allowed>
