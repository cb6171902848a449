import { SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps, PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { companyCountry } from '../../database/records/company-country.ts'
import { idOf } from '../../domain/id-of.ts'
import { RecordHistory } from '../records/record-history.tsx'
import { Page } from '../shell/page.tsx'
import { RefusedPage } from '../shell/refused-page.tsx'
import { listedValues } from '../ui/listed-values.ts'
import { loadCompany } from '../ui/load-company.ts'
import { draftOf } from './settings-draft.ts'
import { SettingsForm } from './settings-form.tsx'
import type { Lists } from './setting-input.tsx'
import type { SettingsSpec } from './settings-spec.ts'
import { type SettingsSlug, settingsSpecs } from './settings-specs.ts'

/** Read on the server alone: a browser may know other zones and names. */
const listsOf = ({ cards }: SettingsSpec): Lists =>
  Object.fromEntries(
    cards
      .flatMap(({ fields }) => fields)
      .flatMap((field) =>
        field.kind === 'listed' ? [[field.list, listedValues(field.list)]] : [],
      ),
  )

const pictureOf = async (req: PayloadRequest, id: string | null): Promise<string | undefined> => {
  if (!id) return undefined
  const found = await req.payload.find({
    collection: 'media',
    where: { id: { equals: id } },
    ...{ depth: 0, limit: 1, pagination: false, overrideAccess: false, req },
  })
  return found.docs[0]?.url ?? undefined
}

/** A page of settings; replaces the framework's form of the global. */
export const SettingsPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, globalConfig } = initPageResult
  const slug = globalConfig?.slug as SettingsSlug
  const spec = settingsSpecs[slug]
  const actor = await actorOf(req)
  if (actor.kind !== 'staff') return <RefusedPage permission="settings.edit" what="the settings" />
  const settings = await req.payload.findGlobal({ slug, depth: 0, overrideAccess: false, req })
  const { currency } = await loadCompany(req)
  const value = draftOf(spec, settings as unknown as Record<string, unknown>, {
    currency,
    country: await companyCountry(req),
  })
  const editable = may(actor, 'settings.edit')
  const { admin } = req.payload.config.routes
  const lead = editable ? spec.lead : `${spec.lead} Only people who manage settings can change it.`
  return (
    <Page lead={lead} title={spec.title}>
      <SetStepNav nav={[{ label: 'Settings', url: `${admin}/settings` }, { label: spec.title }]} />
      <SettingsForm
        currency={currency}
        editable={editable}
        key={JSON.stringify(value)}
        lists={listsOf(spec)}
        picture={await pictureOf(req, 'logo' in settings ? idOf(settings.logo) : null)}
        slug={slug}
        value={value}
      />
      {may(actor, 'audit.view') ? <RecordHistory id={slug} req={req} type={slug} /> : null}
    </Page>
  )
}
