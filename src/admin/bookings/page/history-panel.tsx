import { Glyph } from '../../ui/glyph.tsx'
import { sourceWord } from '../../ui/source-words.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import type { HistoryView } from './history-view.ts'

const Records = ({ records }: Pick<HistoryView, 'records'>) => (
  <details className="fb-history__records">
    <summary>What changed</summary>
    {records.map(({ id, about, changes }) => (
      <dl className="fb-history__changes" key={id}>
        {changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt>
              {about}: {field}
            </dt>
            <dd>
              <del>{from}</del> <span aria-hidden="true">→</span>
              <span className="fb-sr"> became </span> <ins>{to}</ins>
            </dd>
          </div>
        ))}
      </dl>
    ))}
  </details>
)

/** Who did what, for whom, when and from where, one sentence an act; read only. */
export const HistoryPanel = ({ acts, zone }: { acts: HistoryView[]; zone: string }) => (
  <section aria-labelledby="history-heading" className="fb-card">
    <div className="fb-card__head">
      <h2 id="history-heading">History</h2>
      <span className="fb-muted">Newest first. It cannot be edited.</span>
    </div>
    {acts.length === 0 ? <p className="fb-empty">No history that you may read.</p> : null}
    <ol className="fb-history">
      {acts.map(({ id, at, sentence, channel, ip, reason, records }) => (
        <li key={id}>
          <p className="fb-history__head">
            <strong>{sentence}</strong>
          </p>
          <p className="fb-muted">
            <Glyph name="clock" size={14} /> {momentIn(at, zone)} · {sourceWord(channel)}
            {ip ? ` · ${ip}` : ''}
          </p>
          {reason ? <p className="fb-history__reason">“{reason}”</p> : null}
          {records.length > 0 ? <Records records={records} /> : null}
        </li>
      ))}
    </ol>
  </section>
)
