import type { CollectionConfig } from 'payload'

const StockList = 'fieldbook/admin/shell/stock-list#StockList'

/** A collection whose list is a page with a main landmark; a list of its own stays. */
export const withLandmarks = (collection: CollectionConfig): CollectionConfig => {
  const { components } = collection.admin ?? {}
  const views = { list: { Component: StockList }, ...components?.views }
  return {
    ...collection,
    admin: { ...collection.admin, components: { ...components, views } },
  }
}
