'use client'
import type { ServiceChoice } from './booking-draft.ts'
import { durationWords } from '../duration-words.ts'

type ServiceFieldProps = {
  services: ServiceChoice[]
  /** Id of the service; empty where none is chosen yet. */
  value: string
  onChoose: (service: string) => void
  /** Under the names of their categories. */
  isGrouped?: boolean
  isRequired?: boolean
  hasFocus?: boolean
  hidesPrices?: boolean
}

const labelOf = ({ name, durationMinutes, price }: ServiceChoice, hidesPrices: boolean) =>
  [name, durationWords(durationMinutes), hidesPrices ? '' : price].filter(Boolean).join(' · ')

/** A choice of one service, with how long it takes and what it costs. */
export const ServiceField = (props: ServiceFieldProps) => {
  const { services, value, onChoose, isGrouped, isRequired, hasFocus, hidesPrices } = props
  const options = (shown: ServiceChoice[]) =>
    shown.map((service) => (
      <option key={service.id} value={service.id}>
        {labelOf(service, hidesPrices ?? false)}
      </option>
    ))
  const categories = [...new Set(services.map(({ category }) => category))]
  return (
    <label className="fb-field">
      <span>Service</span>
      <select
        autoFocus={hasFocus}
        className="fb-input"
        onChange={(event) => onChoose(event.target.value)}
        required={isRequired}
        value={value}
      >
        <option disabled value="">
          Choose a service
        </option>
        {isGrouped
          ? categories.map((category) => (
              <optgroup key={category} label={category}>
                {options(services.filter((service) => service.category === category))}
              </optgroup>
            ))
          : options(services)}
      </select>
    </label>
  )
}
