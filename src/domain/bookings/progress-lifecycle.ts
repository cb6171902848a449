import { defineLifecycle, type Transition } from '../lifecycle.ts'

export const progressStates = [
  'not_started',
  'en_route',
  'in_progress',
  'paused',
  'finished',
] as const

export type ProgressState = (typeof progressStates)[number]

const to = (state: ProgressState): Transition<ProgressState> => ({
  to: state,
  who: ['fieldworker', 'appointment.progress'],
  requires: {
    isActive: 'The visit has ended.',
    isConfirmed: 'The visit is not confirmed yet.',
    isHeld: 'No one has accepted the visit yet.',
  },
})

/** How far the work on site is. */
export const progressLifecycle = defineLifecycle<ProgressState>({
  name: 'visit',
  states: progressStates,
  initial: ['not_started'],
  table: {
    not_started: { 'en-route': to('en_route'), start: to('in_progress') },
    en_route: { start: to('in_progress') },
    in_progress: { pause: to('paused'), finish: to('finished') },
    paused: { start: to('in_progress'), finish: to('finished') },
    finished: {},
  },
})
