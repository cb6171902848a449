import { describe, expect, it } from 'vitest'
import { combineServices } from '../../../src/domain/scheduling/combine-services.ts'

const service = {
  durationMinutes: 60,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 5,
  noticeMinutes: 60,
  horizonDays: 30,
  slotIntervalMinutes: 30,
  crewSize: 1,
  skills: ['gas'],
}

describe('several services in one visit', () => {
  it('take their time one after the other, under the strictest rules of all', () => {
    const other = {
      ...service,
      durationMinutes: 45,
      bufferBeforeMinutes: 40,
      bufferAfterMinutes: 20,
      noticeMinutes: 1440,
      horizonDays: 90,
      slotIntervalMinutes: 15,
      crewSize: 2,
      skills: ['gas', 'heights'],
    }

    expect(combineServices(service, [other])).toEqual({
      durationMinutes: 105,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
      noticeMinutes: 1440,
      horizonDays: 30,
      slotIntervalMinutes: 30,
      crewSize: 2,
      skills: ['gas', 'heights'],
    })
  })

  it('of one is that service', () => {
    expect(combineServices(service, [])).toEqual(service)
  })
})
