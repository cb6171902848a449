'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'

export type FoundCustomer = {
  id: string
  name: string
  phone?: string | null
  email?: string | null
}

const pathFor = (asked: string): string => {
  const query = new URLSearchParams({ limit: '8', depth: '0', sort: 'name' })
  for (const [at, field] of ['name', 'company', 'email', 'phone'].entries()) {
    query.set(`where[or][${at}][${field}][like]`, asked)
  }
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
