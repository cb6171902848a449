import type { ListName } from '../ui/listed-values.ts'

type Shared = {
  /** Where the value stands in the record: `name`, `address.suburb`. */
  path: string
  label: string
  hint?: string
  required?: boolean
}

/** One setting: what it is called and how it is typed. */
export type SettingField = Shared &
  (
    | { kind: 'switch' }
    | { kind: 'text'; type?: 'email' | 'tel'; maxLength?: number }
    | { kind: 'long-text' }
    | { kind: 'number'; unit: string; min: number; max: number; step?: number }
    | { kind: 'amount' }
    | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
    | { kind: 'listed'; list: ListName }
    | { kind: 'lines'; placeholder?: string }
    | { kind: 'picture' }
    | { kind: 'fees' }
  )

export type SettingsCard = { title: string; lead?: string; fields: readonly SettingField[] }

/** A page of settings: a global of the configuration in cards that belong together. */
export type SettingsSpec = {
  title: string
  lead: string
  cards: readonly SettingsCard[]
}
