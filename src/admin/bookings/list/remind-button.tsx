'use client'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { type BulkResult, commandWork } from '../bulk/bulk-work.ts'
import type { BookingRow } from './booking-row.ts'

type RemindButtonProps = { row: BookingRow; onResult: (result: BulkResult) => void }

/** Sends a reminder about the booking’s open offers, straight from its row. */
export const RemindButton = ({ row, onResult }: RemindButtonProps) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const remind = async () => {
    setBusy(true)
    onResult(await commandWork('remind', { done: 'Reminder sent.' })(row))
    setBusy(false)
    router.refresh()
  }
  return (
    <button
      aria-label={`Remind ${row.people.join(', ') || 'everyone asked'} about ${row.number}`}
      className="fb-button fb-button--small"
      disabled={busy}
      onClick={() => void remind()}
      type="button"
    >
      Remind
    </button>
  )
}
