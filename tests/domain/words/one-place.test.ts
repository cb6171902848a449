import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const folders = ['src', 'site/src', 'plugins', 'collections']
const sources = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(folder, file.split(path.sep).join('/')),
    ),
  )
  .filter((file) => /\.(ts|tsx|astro|mjs)$/.test(file))
  .filter((file) => !/payload-types|migrations\/|^src\/seed\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** Files in which the pattern stands, apart from those where it belongs. */
const strays = (pattern: RegExp, home: RegExp) =>
  sources.filter(({ file, text }) => pattern.test(text) && !home.test(file)).map(({ file }) => file)

describe('one place each', () => {
  test.each([
    [
      'dates, amounts and lists are written by the domain’s words',
      /\bIntl\.|\.toLocale\w*\(/,
      /^src\/domain\/|^src\/admin\/ui\/listed-values\.ts$/,
    ],
    ['HTML is escaped by one function', /&amp;(?! [a-z])/, /^src\/domain\/words\/escape-html\.ts$/],
    ['Leaflet is opened by one hook', /import\('leaflet'\)/, /^src\/admin\/scheduling\/map\//],
    [
      'icons are drawn by one component a side',
      /<svg\b/,
      /(Glyph|glyph|Icon|Mark|Skyline|brand)\.(astro|tsx)$/,
    ],
    [
      'what a company is at first stands in one file',
      /'(AUD|en-AU|AU|Australia\/Sydney)'|'\+61/,
      /^src\/domain\/records\/first-company\.ts$/,
    ],
  ])('%s', (_, pattern, home) => {
    expect(strays(pattern, home)).toEqual([])
  })
})
