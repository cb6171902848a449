import type { Payload } from 'payload'
import type { ReactNode } from 'react'
import { loadCompany } from '../ui/load-company.ts'
import { requestOf } from '../ui/request-of.ts'
import { PanelProvider } from './panel-provider.tsx'

/** Wraps every page of the panel, in the locale and words of the company. */
export const PanelFrame = async ({
  children,
  payload,
}: {
  children?: ReactNode
  payload: Payload
}) => {
  const { locale, fieldworkerLabel } = await loadCompany(await requestOf(payload))
  return (
    <PanelProvider fieldworkerLabel={fieldworkerLabel} locale={locale}>
      {children}
    </PanelProvider>
  )
}
