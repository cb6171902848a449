/** The buttons of the action bar: what each says and asks before it calls its command. */
export type MoveName =
  | 'confirm'
  | 'reschedule'
  | 'retime'
  | 'repeat'
  | 'complete'
  | 'no-show'
  | 'cancel'
  | 'approve'
  | 'reject-approval'
  | 'confirm-for-customer'
  | 'pause-messages'
  | 'resume-messages'
  | 'delete'
  | 'restore'

export type MoveSpec = {
  label: string
  tone: 'primary' | 'plain' | 'danger'
  success: string
  /** Heading and consequence of the question asked first; none = at once. */
  asks?: {
    title: string
    consequence: string
    reason: 'required' | 'optional' | 'none'
    /** Asked only where the booking says that it needs a reason; else the move is made at once. */
    onlyForReason?: boolean
    /** Whether e-mail and SMS are chosen apart. */
    picksChannels?: boolean
    /** What the button says that does it; as the move itself where absent. */
    sends?: string
  }
  /** Opens a dialog of its own. */
  dialog?: boolean
  glyph:
    | 'clock'
    | 'swap'
    | 'check'
    | 'checkDouble'
    | 'cross'
    | 'slash'
    | 'pause'
    | 'mail'
    | 'bin'
    | 'history'
    | 'warn'
}

export const moveSpecs: Record<MoveName, MoveSpec> = {
  approve: { label: 'Approve', tone: 'primary', success: 'Approved.', glyph: 'check' },
  'confirm-for-customer': {
    label: 'Record customer’s OK',
    tone: 'primary',
    success: 'The customer’s OK is recorded.',
    glyph: 'check',
  },
  confirm: {
    label: 'Confirm',
    tone: 'primary',
    success: 'Booking confirmed.',
    glyph: 'check',
    asks: {
      title: 'Confirm without waiting?',
      consequence:
        'The customer’s answer, an approval or a deposit is still open. Confirming closes it, and the reason goes into the history.',
      sends: 'Confirm anyway',
      reason: 'required',
      onlyForReason: true,
    },
  },
  reschedule: {
    label: 'Reschedule…',
    tone: 'plain',
    success: 'Moved.',
    glyph: 'clock',
    dialog: true,
  },
  retime: { label: 'Retime…', tone: 'plain', success: 'Moved.', glyph: 'clock', dialog: true },
  repeat: { label: 'Repeat…', tone: 'plain', success: 'Repeated.', glyph: 'swap', dialog: true },
  complete: {
    label: 'Complete',
    tone: 'primary',
    success: 'Booking completed.',
    glyph: 'checkDouble',
    asks: {
      title: 'Complete this booking?',
      consequence: 'Started visits will be marked completed. This can’t be undone.',
      reason: 'none',
    },
  },
  'no-show': {
    label: 'No-show',
    tone: 'plain',
    success: 'Marked as no-show.',
    glyph: 'slash',
    asks: {
      title: 'Mark as no-show?',
      consequence: 'We’ll tell the customer that we missed them. This can’t be undone.',
      reason: 'optional',
    },
  },
  'reject-approval': {
    label: 'Reject…',
    tone: 'danger',
    success: 'Approval rejected.',
    glyph: 'cross',
    asks: {
      title: 'Reject the approval?',
      consequence: 'The time stays held until the booking is edited or cancelled.',
      reason: 'required',
    },
  },
  cancel: {
    label: 'Cancel…',
    tone: 'danger',
    success: 'Booking cancelled.',
    glyph: 'cross',
    asks: {
      title: 'Cancel this booking?',
      consequence: '',
      reason: 'required',
      sends: 'Cancel the booking',
    },
  },
  'pause-messages': {
    label: 'Pause messages…',
    tone: 'plain',
    success: 'Messages to the customer are paused.',
    glyph: 'pause',
    asks: {
      title: 'Pause messages to the customer?',
      consequence: 'What is due meanwhile is not sent later. Your team still get theirs.',
      reason: 'none',
      picksChannels: true,
    },
  },
  'resume-messages': {
    label: 'Resume messages…',
    tone: 'plain',
    success: 'Messages to the customer go out again.',
    glyph: 'mail',
    asks: {
      title: 'Send messages to the customer again?',
      consequence: '',
      reason: 'none',
      picksChannels: true,
    },
  },
  delete: {
    label: 'Delete',
    tone: 'danger',
    success: 'Moved to Deleted.',
    glyph: 'bin',
    asks: {
      title: 'Delete this booking?',
      consequence:
        'It moves to the Deleted list, its offers are withdrawn and the time becomes free. History is kept and it can be restored.',
      reason: 'none',
    },
  },
  restore: { label: 'Restore', tone: 'primary', success: 'Booking restored.', glyph: 'history' },
}

/** Whether a move opens its question before it is made. */
export const isAsking = (move: MoveName, needsReason: readonly string[]): boolean => {
  const { asks, dialog } = moveSpecs[move]
  return (
    dialog === true || (asks !== undefined && (!asks.onlyForReason || needsReason.includes(move)))
  )
}
