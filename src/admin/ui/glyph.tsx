const paths = {
  home: 'M4 11 12 4l8 7M6 9.5V20h4v-5h4v5h4V9.5',
  plus: 'M12 5v14M5 12h14',
  list: 'M4 6h16M4 12h16M4 18h10',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  check: 'm5 12.5 4.5 4.5L19 7',
  checkDouble: 'm2.5 12.5 4 4L14 9m-3.5 7 1 .5L21.5 7',
  cross: 'M6 6l12 12M18 6 6 18',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 20c1-4 4-5.5 8-5.5s7 1.5 8 5.5',
  personOff: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 20c1-4 4-5.5 8-5.5M16 16l5 5m0-5-5 5',
  swap: 'M4 8h13l-3-3M20 16H7l3 3',
  pin: 'M12 21s7-6.5 7-11a7 7 0 1 0-14 0c0 4.5 7 11 7 11M12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  phone: 'M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v3c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2',
  money: 'M3 6h18v12H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6 9v0M18 15v0',
  pause: 'M8 5v14M16 5v14',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
  warn: 'M12 4 2.5 20h19zM12 10v4M12 17v.5',
  dot: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12M16 16l4 4',
  history: 'M4 12a8 8 0 1 1 2.5 5.800M4 12V7m0 5h5M12 8v4l3 2',
  board: 'M4 5h16v14H4zM4 10h16M9 10v9M12 14h5',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  map: 'm3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  left: 'm15 5-7 7 7 7',
  right: 'm9 5 7 7-7 7',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3',
  route:
    'M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M18 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4M8 17h7a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h7',
  slash: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M6 6l12 12',
} as const

export type GlyphName = keyof typeof paths

/** A line icon in the text's colour; decoration only, so hidden from screen readers. */
export const Glyph = ({ name, size = 16 }: { name: GlyphName; size?: number }) => (
  <svg
    aria-hidden="true"
    className="fb-glyph"
    fill="none"
    height={size}
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="2"
    viewBox="0 0 24 24"
    width={size}
  >
    <path d={paths[name]} />
  </svg>
)
