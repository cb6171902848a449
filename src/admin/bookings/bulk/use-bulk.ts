import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { BookingRow } from '../booking-row.ts'
import type { BulkResult, BulkWork } from './bulk-work.ts'

type Listeners = { onResult: (id: string, result: BulkResult) => void; onDone: () => void }

/** Works through bookings one by one, tells how far it is and in the end how it went. */
export const useBulk = ({ onResult, onDone }: Listeners) => {
  const router = useRouter()
  const [at, setAt] = useState(0)
  const [summary, setSummary] = useState('')

  const run = async (rows: BookingRow[], work: BulkWork) => {
    let failed = 0
    setSummary('')
    for (const [index, row] of rows.entries()) {
      setAt(index + 1)
      const result = await work(row)
      if (!result.ok) failed += 1
      onResult(row.id, result)
    }
    setAt(0)
    const rest = failed > 0 ? ' The rest say why not in their rows.' : ''
    setSummary(`${rows.length - failed} of ${rows.length} done.${rest}`)
    onDone()
    router.refresh()
  }
  return { run, at, summary }
}
