'use client'
import { useRouter } from 'next/navigation.js'
import type { ServiceState } from '../../../domain/catalogue/service-state.ts'
import { useCommand } from '../../bookings/use-command.ts'
import { Menu } from '../../ui/menu.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { ServiceStatePill } from './service-state-pill.tsx'

type ServiceHeadProps = {
  id: string
  name: string
  state: ServiceState
  active: boolean
  deletedAt: string | null
  editable: boolean
  base: string
}

const leadOf = ({ state, active }: Pick<ServiceHeadProps, 'active' | 'state'>): string => {
  if (state === 'live') return 'Customers and the office can book it.'
  if (state === 'retired')
    return 'It can’t be booked any more. Bookings that have it stay as they are.'
  return active
    ? 'No one can do it yet, so customers don’t see it. Choose who can do it.'
    : 'Switched off, so it can’t be booked yet.'
}

/** Name and state of a service, and switching it on or off. */
export const ServiceHead = (props: ServiceHeadProps) => {
  const { id, name, state, active, deletedAt, editable, base } = props
  const router = useRouter()
  const { run, busy, errors } = useCommand()
  const patch = (body: object, success: string, trash = '') =>
    run({ path: `/api/services/${id}?depth=0${trash}`, method: 'PATCH', body, success })
  const remove = async () => {
    const deletedNow = { deletedAt: new Date().toISOString() }
    if (await patch(deletedNow, 'Service deleted.')) router.push(base)
  }
  const restore = async () => {
    if (await patch({ deletedAt: null }, 'Service restored.', '&trash=true'))
      router.push(`${base}/${id}`)
  }
  return (
    <header className="fb-page__head">
      <div>
        <div className="fb-row">
          <h1 className="fb-page__title">{name}</h1>
          <ServiceStatePill state={state} />
          {deletedAt ? <span className="fb-pill fb-pill--red">Deleted</span> : null}
        </div>
        <p className="fb-page__lead">{leadOf({ state, active })}</p>
      </div>
      {editable ? (
        <div className="fb-page__actions">
          {deletedAt ? (
            <button
              className="fb-button"
              disabled={busy}
              onClick={() => void restore()}
              type="button"
            >
              Restore
            </button>
          ) : (
            <>
              <button
                className="fb-button"
                disabled={busy}
                onClick={() =>
                  void patch({ active: !active }, active ? 'Switched off.' : 'Switched on.')
                }
                type="button"
              >
                {active ? 'Retire' : 'Switch on'}
              </button>
              <Menu label="More">
                <button
                  className="fb-button fb-button--danger"
                  disabled={busy}
                  onClick={() => void remove()}
                  type="button"
                >
                  Delete service
                </button>
              </Menu>
            </>
          )}
        </div>
      ) : null}
      <RefusalNote errors={errors} />
    </header>
  )
}
