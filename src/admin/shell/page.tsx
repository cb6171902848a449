import type { ReactNode } from 'react'

type PageProps = {
  title: ReactNode
  /** One sentence under the title. */
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string
}

/** The frame of every page of ours: one h1, a lead, actions on the right, content below. */
export const Page = ({ title, lead, actions, children, className }: PageProps) => (
  <main className={`fb-page ${className ?? ''}`}>
    <header className="fb-page__head">
      <div>
        <h1 className="fb-page__title">{title}</h1>
        {lead ? <p className="fb-page__lead">{lead}</p> : null}
      </div>
      {actions ? <div className="fb-page__actions">{actions}</div> : null}
    </header>
    {children}
  </main>
)
