'use client'
import { useRef, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'

type Booked = { id: string; number: string }

/** Sends a new booking; the same order sent again, after a lost answer say, is the same order. */
export const useSendBooking = () => {
  const [errors, setErrors] = useState<Refusal[]>([])
  const [isBusy, setBusy] = useState(false)
  const sent = useRef({ text: '', key: '' })

  const send = async (body: object): Promise<Booked | Refusal[]> => {
    const text = JSON.stringify(body)
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() }
    setBusy(true)
    setErrors([])
    const answer = await callApi<Booked>('/api/app/bookings', {
      method: 'POST',
      body,
      key: sent.current.key,
    })
    setBusy(false)
    if (answer.ok) return answer.data
    setErrors(answer.errors)
    return answer.errors
  }
  return { send, isBusy, errors, clear: () => setErrors([]) }
}
