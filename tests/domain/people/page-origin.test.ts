import { describe, expect, test } from 'vitest'
import { mayEmbed, pageOriginOf } from '../../../src/domain/people/page-origin.ts'

describe('the origin of a page', () => {
  test.each([
    ['https://www.example.org', 'https://www.example.org'],
    [' HTTPS://WWW.Example.org:443/contact?x=1 ', 'https://www.example.org'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['*', '*'],
  ])('%s is listed as %s', (address, origin) => {
    expect(pageOriginOf(address)).toBe(origin)
  })

  test.each([
    '',
    'example.org',
    'null',
    'file:///home/page.html',
    'javascript:alert(1)',
    'https://*.example.org',
    'https://user:secret@example.org',
    'https://',
  ])('%j names no page', (address) => {
    expect(pageOriginOf(address)).toBeNull()
  })
})

describe('a page', () => {
  test('may embed the widget only where it is listed', () => {
    const listed = ['https://www.example.org']

    expect(mayEmbed('https://www.example.org', listed)).toBe(true)
    expect(mayEmbed('http://www.example.org', listed)).toBe(false)
    expect(mayEmbed('https://example.org', listed)).toBe(false)
    expect(mayEmbed('https://www.example.org.evil.test', listed)).toBe(false)
    expect(mayEmbed('https://www.example.org', [])).toBe(false)
  })

  test('without an origin of its own is allowed only by the star', () => {
    expect(mayEmbed('null', ['null'])).toBe(false)
    expect(mayEmbed('null', ['*'])).toBe(true)
  })
})
