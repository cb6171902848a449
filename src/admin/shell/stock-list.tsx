'use client'
import { DefaultListView, useListDrawerContext } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'

/** A list of records as the framework draws it, with the landmark that each page has. */
export const StockList = (props: ListViewClientProps) => {
  const { isInDrawer } = useListDrawerContext()
  if (isInDrawer) return <DefaultListView {...props} />
  return (
    <main className="fb-stock">
      <DefaultListView {...props} />
    </main>
  )
}
