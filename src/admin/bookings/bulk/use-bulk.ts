import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { BookingRow } from '../list/booking-row.ts'
import type { BulkResult, BulkWork } from './bulk-work.ts'

/** What became of a booking that may have left the list by then. */
export type BookingResult = BulkResult & { id: string; number: string }

type Listeners = { onResult: (id: string, result: BulkResult) => void; onDone: () => void }

/** Works through bookings one by one, says how far it is and in the end how it went. */
export const useBulk = ({ onResult, onDone }: Listeners) => {
  const router = useRouter()
  const [at, setAt] = useState(0)
  const [results, setResults] = useState<BookingResult[]>([])

  const run = async (rows: BookingRow[], work: BulkWork) => {
    const gathered: BookingResult[] = []
    setResults([])
    for (const [index, row] of rows.entries()) {
      setAt(index + 1)
      const result = await work(row)
      gathered.push({ ...result, id: row.id, number: row.number })
      onResult(row.id, result)
    }
    setAt(0)
    setResults(gathered)
    onDone()
    router.refresh()
  }
  return { run, at, results }
}
