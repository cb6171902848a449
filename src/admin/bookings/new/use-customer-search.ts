'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'

export type FoundCustomer = {
  id: string
  name: string
  phone?: string | null
  email?: string | null
}

/** Phone numbers are on file as `+61…`: a typed `0412 345` is looked for as `412345`. */
const phonePart = (asked: string): string => asked.replaceAll(/[^\d]/g, '').replace(/^0+/, '')

const pathFor = (asked: string): string => {
  const query = new URLSearchParams({ limit: '8', depth: '0', sort: 'name' })
  query.set('where[or][0][name][contains]', asked)
  query.set('where[or][1][email][contains]', asked)
  const digits = phonePart(asked)
  if (digits.length >= 3) query.set('where[or][2][phone][contains]', digits)
  return `/api/customers?${query}`
}

/** Customers that match what is typed, after a short pause; `searched` once an answer is in. */
export const useCustomerSearch = (asked: string) => {
  const [found, setFound] = useState<FoundCustomer[]>([])
  const [searched, setSearched] = useState(false)
  const text = asked.trim()

  useEffect(() => {
    setSearched(false)
    if (text.length < 2) {
      setFound([])
      return
    }
    let current = true
    const timer = setTimeout(() => {
      void callApi<{ docs: FoundCustomer[] }>(pathFor(text)).then((answer) => {
        if (!current) return
        setFound(answer.ok ? answer.data.docs : [])
        setSearched(true)
      })
    }, 180)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text])

  return { found, searched }
}
