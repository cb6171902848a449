'use client'
import { useCallback, useEffect } from 'react'
import { addressNobodyReads } from '../../../domain/people/no-email.ts'
import { callApi } from '../../ui/call-api.ts'
import { type AddressOnFile, addressesPath, atOnlyAddress } from './addresses-on-file.ts'
import { type DraftCustomer, emptyAddress } from './booking-draft.ts'
import type { FoundCustomer } from './use-customer-search.ts'
import type { DraftChange } from './use-wizard.ts'

const asDraft = ({ id, name, phone, email }: FoundCustomer): DraftCustomer => ({
  ...{ id, name, phone: phone ?? '' },
  email: addressNobodyReads(email ?? '') ? '' : (email ?? ''),
})

/** Chooses a customer on file, with their only address; the one that a link names at once. */
export const useKnownCustomer = (
  linkedId: string,
  set: (part: DraftChange) => void,
): { choose: (found: FoundCustomer) => void; clear: () => void } => {
  const choose = useCallback(
    (found: FoundCustomer) => {
      set({ customer: asDraft(found) })
      void callApi<{ docs: AddressOnFile[] }>(addressesPath(found.id)).then((answer) => {
        if (answer.ok) set((draft) => atOnlyAddress(draft, answer.data.docs))
      })
    },
    [set],
  )
  const clear = useCallback(
    () =>
      set((draft) => ({
        customer: { id: '', name: '', phone: '', email: '' },
        ...(draft.addressId ? { addressId: '', address: emptyAddress, start: '' } : {}),
      })),
    [set],
  )
  useEffect(() => {
    if (!linkedId) return
    void callApi<FoundCustomer>(`/api/customers/${linkedId}?depth=0`).then((answer) => {
      if (answer.ok) choose(answer.data)
    })
  }, [choose, linkedId])
  return { choose, clear }
}
