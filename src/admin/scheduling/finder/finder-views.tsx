'use client'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'

/** The same people and times, seen three ways. */
export type FinderView = 'list' | 'map' | 'timeline'

const views: { view: FinderView; label: string; glyph: GlyphName }[] = [
  { view: 'list', label: 'List', glyph: 'list' },
  { view: 'timeline', label: 'Timeline', glyph: 'board' },
  { view: 'map', label: 'Map', glyph: 'map' },
]

export const FinderViews = (props: { view: FinderView; onView: (view: FinderView) => void }) => (
  <div aria-label="How to see them" className="fb-switch" role="group">
    {views.map(({ view, label, glyph }) => (
      <button
        aria-pressed={props.view === view}
        key={view}
        onClick={() => props.onView(view)}
        type="button"
      >
        <Glyph name={glyph} /> {label}
      </button>
    ))}
  </div>
)
