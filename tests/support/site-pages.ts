import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const site = fileURLToPath(new URL('../../site/src/', import.meta.url))

/** Every page of the site, with its parameters' names: `/book/[service]`. */
export const sitePages = (): string[] =>
  globSync('pages/**/*.{astro,ts}', { cwd: site })
    .map((file) => `/${path.relative('pages', file)}`.replace(/(\/index)?(\.astro|\.ts)$/, ''))
    .map((page) => page || '/')
    .sort()

/** The names of all fields that a form of the site may send. */
export const fieldNames = (): string[] => {
  const files = globSync('{pages,components}/**/*.astro', { cwd: site })
  const texts = files.map((file) => readFileSync(path.join(site, file), 'utf8'))
  const names = texts.flatMap((text) => [...text.matchAll(/\bname="([\w.-]+)"/g)])
  return [...new Set(names.map(([, name = '']) => name))].sort()
}

/** What the buttons of its forms say. */
export const intents = [
  'book',
  'times',
  'cancel',
  'move',
  'password',
  'link',
  'accept',
  'decline',
  'start',
  'finish',
  'en-route',
  'pause',
  'preview',
  'make',
  'day:2026-12-02',
  'week:2026-12-09',
]
