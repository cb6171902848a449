import { memoryPayments } from '../support/memory-payments.ts'
import { testPaymentPort } from './test-payment-port.ts'

testPaymentPort({
  name: 'memory',
  faults: ['hang', 'lost-answer', 'rate-limited', 'unauthorised', 'unavailable'],
  open: async () => ({ ...memoryPayments(), close: async () => undefined }),
})
