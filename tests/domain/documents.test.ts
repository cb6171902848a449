import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const roots = ['.', 'collections', 'docs', 'plugins', 'scripts', 'site', 'src', 'tests']
const files = roots
  .flatMap((root) =>
    readdirSync(root, { recursive: root !== '.', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name).replaceAll(path.sep, '/')),
  )
  .filter((file) => !/(^|\/)(node_modules|dist|\.astro)\//.test(file))

const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('tests/'))
const written = documents.filter(
  (file) => !file.startsWith('docs/reference/') && file !== 'docs/lifecycles.md',
)
const textOf = (file: string) => readFileSync(file, 'utf8')

const code = files
  .filter((file) =>
    /^(collections|plugins|scripts|site|src|tests)\/.*\.(ts|tsx|mjs|astro)$/.test(file),
  )
  .filter((file) => file !== 'tests/domain/documents.test.ts')
  .concat('package.json', 'payload.config.ts')
  .map(textOf)
  .join('\n')

/** What stands between backticks, outside of blocks of code. */
const spansOf = (file: string): string[] =>
  [
    ...textOf(file)
      .replaceAll(/^```.*?^```/gms, '')
      .matchAll(/`([^`]+)`/g),
  ].map(([, span = '']) => span.replaceAll(/\s+/g, ' '))

/** `{a,b}.ts` as `a.ts` and `b.ts`. */
const expanded = (span: string): string[] => {
  const braces = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(span)
  if (!braces) return [span]
  const [, before = '', inner = '', after = ''] = braces
  return inner.split(',').flatMap((one) => expanded(`${before}${one.trim()}${after}`))
}

const isPath = (span: string) =>
  /^[\w@<>*([][\w@.<>*()[\]-]*(\/[\w@.<>*()[\]-]+)*\/?$/.test(span) &&
  (/\.(ts|tsx|mjs|md|astro|css|json|png)$/.test(span) ||
    /^(collections|docs|plugins|scripts|site|src|tests)\//.test(span))

/** Whether a path names a file or a folder, or the end of a file's path; `<room>` and `*` are any. */
const isThere = (named: string): boolean => {
  const pattern = named
    .replace(/\/$/, '')
    .replaceAll(/[.()[\]]/g, String.raw`\$&`)
    .replaceAll(/<[^>]*>|\*/g, '[^/]*')
  const place = new RegExp(`(^|/)${pattern}(/|$)`)
  return files.some((file) => place.test(file))
}

const endpoints = new Set(
  [...textOf('docs/reference/api.md').matchAll(/`([A-Z]+) \/api(\/[^`]+)`/g)].map(
    ([, method, route]) => `${method} ${route}`,
  ),
)

const isEndpoint = (span: string) => /^(GET|POST|PATCH|DELETE) \/\S+$/.test(span)

/** Names with a seam, such as `findSlots`, `slot-taken` and `day_bitmaps`; words without one say little. */
const isName = (span: string) =>
  /^(([A-Za-z][a-z]+[A-Z]\w*(\(.*\))?)|([a-z]+([-_][a-z]+)+))$/.test(span) && !isPath(span)

describe.each(written)('%s', (file) => {
  const spans = spansOf(file).flatMap(expanded)

  test('links to pages that exist', () => {
    const links = [...textOf(file).matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)/g)]
    const broken = links
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(path.join(path.dirname(file), target)))
    expect(broken).toEqual([])
  })

  test('names files that exist', () => {
    expect(spans.filter(isPath).filter((span) => !isThere(span))).toEqual([])
  })

  test('names endpoints that the API reference lists', () => {
    const unknown = spans
      .filter(isEndpoint)
      .filter((span) => !endpoints.has(span.replace(' /api/', ' /').replace(/\?.*$/, '')))
    expect(unknown).toEqual([])
  })

  test('uses names that the code uses', () => {
    const unknown = spans
      .filter(isName)
      .map((span) => span.replace(/\(.*/, ''))
      .filter((name) => !code.includes(name))
    expect(unknown).toEqual([])
  })
})

test('the glossary is in alphabetical order', () => {
  const tables = textOf('docs/glossary.md').split('## ')
  for (const table of tables) {
    const words = [...table.matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, word]) => word)
    expect(words).toEqual([...words].sort())
  }
})

test('every decision has a status, a date and a line in the index', () => {
  const index = textOf('docs/decisions/README.md')
  const decisions = files.filter((file) => /^docs\/decisions\/\d{4}-.*\.md$/.test(file))
  const form =
    /^# \d+\. .+\n\n- \*\*Status\*\*: .+\n- \*\*Date\*\*: \d{4}-\d\d-\d\d\n- \*\*Considered\*\*: /
  expect(decisions.filter((file) => !form.test(textOf(file)))).toEqual([])
  expect(decisions.filter((file) => !index.includes(path.basename(file)))).toEqual([])
})

test.each(files.filter((file) => file.startsWith('docs/how-it-works/')))(
  '%s fits on a screen',
  (file) => {
    expect(textOf(file).split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(400)
  },
)

test('every command of npm that a page names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = written.flatMap((file) =>
    [...textOf(file).matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name = '']) => name),
  )
  const builtIn = ['install', 'ci', 'run']
  expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([])
})

test('the README lists every environment variable that the product reads', () => {
  const sources = files.filter((file) => /^(src|plugins)\/.*\.ts$|^payload\.config\.ts$/.test(file))
  const read = sources.flatMap((file) =>
    [...textOf(file).matchAll(/process\.env\['(\w+)'\]/g)].map(([, name = '']) => name),
  )
  const parsed = [...textOf('src/server/environment.ts').matchAll(/^ {2}([A-Z_]+): z/gm)].map(
    ([, name = '']) => name,
  )
  const listed = textOf('README.md')
  const missing = [...read, ...parsed].filter((name) => !listed.includes(`\`${name}\``))
  expect([...new Set(missing)].sort()).toEqual([])
})
