import { Link } from '@payloadcms/ui'

const words = {
  empty: {
    title: 'Start my company',
    text: 'Four short steps: your company, where you work, your first service, and who does it. Then customers can book.',
  },
  demo: {
    title: 'This is the demo company',
    text: 'Try anything. When you’re ready, replace it with your own company in four short steps.',
  },
}

/** On the home page of a company that is empty, or the demo: the way to one's own. */
export const StartCard = ({ admin, offer }: { admin: string; offer: 'demo' | 'empty' }) => {
  const { title, text } = words[offer]
  return (
    <section aria-labelledby="start-heading" className="fb-card">
      <div className="fb-card__head">
        <h2 id="start-heading">{title}</h2>
        <Link
          className={`fb-button ${offer === 'empty' ? 'fb-button--primary' : ''}`}
          href={`${admin}/start`}
          prefetch={false}
        >
          Start my company
        </Link>
      </div>
      <p className="fb-card__body fb-muted">{text}</p>
    </section>
  )
}
