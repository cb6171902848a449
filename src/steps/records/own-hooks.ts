import type { CollectionConfig, PayloadRequest } from 'payload'

type Hooks = NonNullable<CollectionConfig['hooks']>
type Phases = Partial<Record<keyof Hooks, unknown[] | undefined>>

const phases = ['beforeValidate', 'beforeChange', 'afterChange'] as const

/** Shared by every copy of this module: the server and the panel's bundle each load one. */
const own = Symbol.for('fieldbook.own-hook')

/** Marks the hooks of a guarded collection as the product's, which a fast writer knows to skip. */
export const ownHooks = <Given extends Hooks>(hooks: Given): Given => {
  const listed = phases.flatMap((phase) => (hooks as Phases)[phase] ?? [])
  for (const hook of listed) Object.assign(hook as object, { [own]: true })
  return hooks
}

/** Whether no hook but the product's follows changes of the collection: another plugin's must run. */
export const hasOnlyOwnHooks = (
  { payload }: PayloadRequest,
  collection: 'appointments' | 'bookings',
): boolean => {
  const { hooks } = payload.collections[collection].config
  return phases.every((phase) =>
    ((hooks as Phases)[phase] ?? []).every((hook) => own in (hook as object)),
  )
}
