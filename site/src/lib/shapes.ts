import type { Booked as BookedAnswer } from '../../../src/contracts/bookings/bookings.ts'
import type { CompanyAnswer } from '../../../src/contracts/records/company.ts'
import type { ServiceAnswer } from '../../../src/contracts/catalogue/services.ts'
import type { SlotAnswer } from '../../../src/contracts/scheduling/slots.ts'

export type Company = CompanyAnswer
export type Service = ServiceAnswer
export type Question = Service['questions'][number]
export type Slot = SlotAnswer
export type Booked = BookedAnswer

export type Money = NonNullable<Service['price']>
