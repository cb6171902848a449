/** Choices of this browser, kept in it: on unless turned off. */
const places = { keys: 'fieldbook-keys', news: 'fieldbook-news' } as const

export type SwitchName = keyof typeof places

/** Whether single-letter keys work (WCAG 2.1.4), or the news of others' changes are shown. */
export const isOn = (name: SwitchName): boolean =>
  window.localStorage.getItem(places[name]) !== 'off'

export const turnSwitch = (name: SwitchName, on: boolean): void =>
  window.localStorage.setItem(places[name], on ? 'on' : 'off')
