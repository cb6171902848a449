'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { callApi, type Refusal } from '../../ui/call-api.ts'
import type { PersonChoice } from './load-service.ts'
import { type ServiceDraft, serviceBody } from './service-draft.ts'

type Given = {
  id: string | undefined
  people: PersonChoice[]
  currency: string
  base: string
}
type Saved = { doc: { id: string } }

/** Whose list of services changes with the draft, and how. */
const staffing = (service: string, draft: ServiceDraft, people: PersonChoice[]) =>
  people
    .filter(({ id, services }) => services.includes(service) !== draft.people.includes(id))
    .map(({ id, services }) => ({
      id,
      services: draft.people.includes(id)
        ? [...services, service]
        : services.filter((one) => one !== service),
    }))

/** Saves a service and then who does it; refusals come back as data and nothing typed is lost. */
export const useServiceSave = ({ id, people, currency, base }: Given) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Refusal[]>([])
  // Stored, although somebody who does it may have been refused: saving again changes the same one.
  const stored = useRef(id)

  const send = async (draft: ServiceDraft): Promise<string | Refusal[]> => {
    const known = stored.current
    const path = known ? `/api/services/${known}?depth=0` : '/api/services?depth=0'
    const body = serviceBody(draft, currency)
    const saved = await callApi<Saved>(path, { method: known ? 'PATCH' : 'POST', body })
    if (!saved.ok) return saved.errors
    const service = saved.data.doc.id
    stored.current = service
    for (const { id: person, services } of staffing(service, draft, people)) {
      const given = await callApi(`/api/fieldworkers/${person}?depth=0`, {
        ...{ method: 'PATCH', body: { services } },
      })
      if (!given.ok) return given.errors
    }
    return service
  }

  const save = async (draft: ServiceDraft) => {
    setBusy(true)
    setErrors([])
    const done = await send(draft)
    setBusy(false)
    if (typeof done !== 'string') {
      setErrors(done)
      return
    }
    toast.success(draft.people.length > 0 ? 'Service saved.' : 'Saved. No one can do it yet.')
    if (!id) router.push(`${base}/${done}`)
    router.refresh()
  }
  return { save, busy, errors }
}
