import { comments } from './data/words.ts'
import type { RecordedBooking } from './recorded.ts'
import type { World } from './world.ts'

const hourMs = 3_600_000

/** Comments on some bookings, and the notifications that open offers have caused. */
export const seedTalk = async (world: World, bookings: RecordedBooking[]): Promise<void> => {
  const { random, add, now } = world
  for (const { id } of random.shuffle(bookings).slice(0, 80)) {
    const author = random.pick(world.staff)
    await add('comments', {
      booking: id,
      ...random.pick(comments),
      author: { kind: 'staff', account: author.id, name: author.name },
      createdAt: new Date(now - random.between(1, 20) * hourMs).toISOString(),
    })
  }
  for (const { id, visits } of bookings) {
    for (const { state } of visits) {
      if (state.acceptance !== 'pending' || !state.fieldworker) continue
      const person = world.people.find((candidate) => candidate.id === state.fieldworker)
      await add('notifications', {
        user: person?.user,
        title: 'New offer',
        body: 'A visit waits for your answer.',
        href: '/field',
        booking: id,
        event: 'offer-sent',
        createdAt: new Date(now - hourMs).toISOString(),
      })
    }
  }
}
