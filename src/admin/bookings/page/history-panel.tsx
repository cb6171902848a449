import { Glyph } from '../../ui/glyph.tsx'
import { sentence, sourceWord } from '../../ui/source-words.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import type { HistoryView } from './history-view.ts'

const hidden = new Set(['version', 'updatedAt', 'createdAt', 'busyStart', 'busyEnd', 'hash'])
const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)

const valueWord = (value: string, zone: string): string => {
  if (isInstant(value)) return momentIn(value, zone)
  if (/^[a-z]+([_-][a-z]+)*$/.test(value)) return sentence(value)
  return value
}

/** Who did what, for whom, old → new, when and from where; read only (AU-01, AU-02). */
export const HistoryPanel = ({ events, zone }: { events: HistoryView[]; zone: string }) => (
  <section aria-labelledby="history-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="history-heading">History</h2>
      <span className="fb-muted">Newest first. It cannot be edited.</span>
    </div>
    {events.length === 0 ? <p className="fb-empty">No history that you may read.</p> : null}
    <ol className="fb-history">
      {events.map((event) => {
        const changes = event.changes.filter(({ field }) => !hidden.has(field))
        return (
          <li key={event.id}>
            <div className="fb-history__head">
              <strong>{sentence(event.command)}</strong>
              <span>
                by {event.actor}
                {event.onBehalfOf ? ` on behalf of ${event.onBehalfOf}` : ''}
              </span>
            </div>
            <p className="fb-muted">
              <Glyph name="clock" size={14} /> {momentIn(event.at, zone)} ·{' '}
              {sourceWord(event.channel)}
              {event.ip ? ` · ${event.ip}` : ''}
            </p>
            {event.reason ? <p className="fb-history__reason">“{event.reason}”</p> : null}
            {changes.length > 0 ? (
              <dl className="fb-history__changes">
                {changes.map(({ field, from, to }) => (
                  <div key={field}>
                    <dt>{sentence(field.replaceAll('.', ' '))}</dt>
                    <dd>
                      <del>{valueWord(from, zone)}</del> <span aria-hidden="true">→</span>
                      <span className="fb-sr"> became </span> <ins>{valueWord(to, zone)}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </li>
        )
      })}
    </ol>
  </section>
)
