'use client'
import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { callApi } from './call-api.ts'
import { useCompany } from './use-company.ts'

/**
 * The zone in which a form's times are meant: its own, else that of the fieldworker or location it
 * names, else the company's. Undefined until known.
 */
export const usePlaceZone = (stated: string | undefined): string | undefined => {
  const company = useCompany()
  const fieldworker = useFormFields(([fields]) => fields.fieldworker?.value)
  const location = useFormFields(([fields]) => fields.location?.value)
  const [found, setFound] = useState<string>()
  const path =
    typeof fieldworker === 'string'
      ? `/api/fieldworkers/${fieldworker}`
      : typeof location === 'string'
        ? `/api/locations/${location}`
        : undefined

  useEffect(() => {
    setFound(undefined)
    if (stated || !path) return
    let current = true
    void callApi<{ timezone?: string }>(`${path}?depth=0`).then((answer) => {
      if (current && answer.ok) setFound(answer.data.timezone)
    })
    return () => {
      current = false
    }
  }, [path, stated])

  return stated ?? found ?? company?.timezone
}
