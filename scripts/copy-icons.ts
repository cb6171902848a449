import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Copies the icons that the product uses from Lucide into one file, each as one path:
 * `npm install --no-save lucide-static && node scripts/copy-icons.ts`.
 */
const source = path.resolve('node_modules/lucide-static')
const target = path.resolve('src/domain/words/icon-paths.ts')

/** Our name for an icon, and Lucide's. */
const icons: Record<string, string> = {
  arrow: 'arrow-right',
  back: 'arrow-left',
  bell: 'bell',
  bin: 'trash',
  board: 'square-kanban',
  bolt: 'zap',
  calendar: 'calendar',
  check: 'check',
  checkDouble: 'check-check',
  clock: 'clock',
  cross: 'x',
  dot: 'circle-small',
  drop: 'droplet',
  history: 'history',
  home: 'house',
  inbox: 'inbox',
  leaf: 'leaf',
  left: 'chevron-left',
  list: 'list',
  logOut: 'log-out',
  mail: 'mail',
  map: 'map',
  message: 'message-square',
  money: 'banknote',
  pause: 'pause',
  people: 'users',
  person: 'user',
  personOff: 'user-x',
  phone: 'phone',
  pin: 'map-pin',
  play: 'play',
  plus: 'plus',
  right: 'chevron-right',
  route: 'route',
  search: 'search',
  settings: 'settings',
  slash: 'ban',
  snow: 'snowflake',
  sparkle: 'sparkles',
  swap: 'arrow-left-right',
  undo: 'undo-2',
  van: 'truck',
  warn: 'triangle-alert',
  wrench: 'wrench',
}

type Shape = [tag: string, attributes: Record<string, string>]

const numbers = (attributes: Record<string, string>, ...names: string[]) =>
  names.map((name) => Number(attributes[name] ?? 0))

const ellipse = (cx = 0, cy = 0, rx = 0, ry = rx) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`

const rectangle = (attributes: Record<string, string>) => {
  const [x = 0, y = 0, width = 0, height = 0, r = 0] = numbers(
    attributes,
    ...['x', 'y', 'width', 'height', 'rx'],
  )
  const [w, h] = [width - 2 * r, height - 2 * r]
  const corner = (dx: number, dy: number) => (r ? `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}` : '')
  return `M${x + r} ${y}h${w}${corner(1, 1)}v${h}${corner(-1, 1)}h${-w}${corner(-1, -1)}v${-h}${corner(1, -1)}z`
}

const number = String.raw`-?(?:\d+\.?\d*|\.\d+)`
const start = new RegExp(`^m\\s*(${number})[\\s,]*(${number})\\s*`)

/** Begins at a point of the grid, not where the shape before has ended. */
const absolute = (d: string): string => {
  const [move, x, y] = start.exec(d) ?? []
  if (move === undefined) return d
  const rest = d.slice(move.length)
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`
}

const pathOf = ([tag, attributes]: Shape): string => {
  if (tag === 'path') return absolute(attributes['d'] ?? '')
  if (tag === 'circle') return ellipse(...numbers(attributes, 'cx', 'cy', 'r'))
  if (tag === 'ellipse') return ellipse(...numbers(attributes, 'cx', 'cy', 'rx', 'ry'))
  if (tag === 'rect') return rectangle(attributes)
  if (tag === 'line') {
    const [x1, y1, x2, y2] = numbers(attributes, 'x1', 'y1', 'x2', 'y2')
    return `M${x1} ${y1}L${x2} ${y2}`
  }
  if (tag === 'polyline') return `M${attributes['points']}`
  if (tag === 'polygon') return `M${attributes['points']}z`
  throw new Error(`There is no path for <${tag}>.`)
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z\d]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )

const shapesOf = (name: string): Shape[] => {
  const svg = readFileSync(path.join(source, 'icons', `${name}.svg`), 'utf8')
  return [...svg.matchAll(/<([a-z]+) ([^>]*)\/>/g)].map(([, tag = '', text = '']) => [
    tag,
    attributesOf(text),
  ])
}

const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as {
  version: string
}

const lines = Object.entries(icons).map(
  ([name, lucide]) => `  ${name}:\n    '${shapesOf(lucide).map(pathOf).join('')}',`,
)

writeFileSync(
  target,
  `/**
 * Line icons on a grid of 24, of panel and site alike. Copied from Lucide ${version} by
 * scripts/copy-icons.ts; its licence is in LICENSE-lucide.txt beside this file.
 */
export const iconPaths = {
${lines.join('\n')}
} as const

export type IconName = keyof typeof iconPaths
`,
)
writeFileSync(
  path.join(path.dirname(target), 'LICENSE-lucide.txt'),
  readFileSync(path.join(source, 'LICENSE')),
)
