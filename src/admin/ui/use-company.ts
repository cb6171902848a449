'use client'
import { useEffect, useState } from 'react'
import type { CompanyAnswer } from '../../contracts/records/company.ts'
import { callApi } from './call-api.ts'

type Known = Pick<CompanyAnswer, 'currency' | 'timezone'>

let asked: Promise<Known | undefined> | undefined

const ask = (): Promise<Known | undefined> => {
  asked ??= callApi<CompanyAnswer>('/api/app/company').then((answer) => {
    if (answer.ok) return answer.data
    asked = undefined
    return undefined
  })
  return asked
}

/** Currency and zone of the company; undefined until the one request of the page is answered. */
export const useCompany = (): Known | undefined => {
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    let current = true
    void ask().then((company) => {
      if (current) setKnown(company)
    })
    return () => {
      current = false
    }
  }, [])
  return known
}
