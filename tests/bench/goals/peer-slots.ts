import { signIn } from '../../support/sign-in.ts'
import type { Goal } from '../goal.ts'
import { openPeer } from '../peers/open-peer.ts'
import { employ } from './bookable.ts'
import { hireTeam, occupyTeam, teamDays, teamQuestion } from './slot-team.ts'

const people = 50
const days = 30
const rows = 50_000
/** Ours takes a few milliseconds, short beside the clock's grain, and slower until it is compiled. */
const batch = 5
/** The first of the team who works by day, as all resources of the peer do. */
const byDay = 6

type Slots = { slots: { start: string }[] }

/** The same spans on both sides: our answer for the team's month beside theirs for a day of one. */
export const peerSlots: Goal = {
  id: 'P4',
  title: 'Availability beside payload-reserve',
  isLong: true,
  run: async (bench) => {
    const peer = await openPeer(bench)
    if (typeof peer === 'string') return peer
    await employ(bench, 50)
    await hireTeam(bench)
    await occupyTeam(bench, rows)
    await peer.reserve(rows)

    const ofPeer = (worker: number, date: string) =>
      peer.ask(
        'GET',
        `/reserve/slots?service=${peer.service}&resource=${peer.resources[worker - 1]}&date=${date}`,
      )
    const [person] = await bench.sql<{ id: string }>(
      'select id from fieldworkers where name = $1',
      [`Team ${byDay}`],
    )
    const date = teamDays.from
    const startsOf = (answer: string) =>
      (JSON.parse(answer) as Slots).slots.map(({ start }) => start).toSorted()
    const theirs = startsOf(await ofPeer(byDay, date))
    // Only the office asks about one person.
    const headers = Object.fromEntries(await signIn(bench.payload, 'dispatcher'))
    const ofPerson = `from=${date}&to=${date}&fieldworker=${person?.id}`
    const path = `${teamQuestion.replace(/from=.*/, '')}${ofPerson}`
    const ours = startsOf(await bench.ask('GET', path, { headers }))
    if (ours.length === 0 || ours.join() !== theirs.join())
      throw new Error(`${date}: we offer ${ours.join(' ')}, payload-reserve ${theirs.join(' ')}.`)

    const askOften = async () => {
      for (let n = 0; n < batch; n += 1) await bench.ask('GET', teamQuestion)
    }
    await askOften()
    const found = await bench.compare({
      subject: askOften,
      anchor: (run) => ofPeer(byDay + (run % 40), date),
      anchorSample: peer.sample,
      pairs: bench.scale < 1 ? 5 : 9,
    })
    const times = (ratio: number) => (people * days * batch) / ratio
    return [
      {
        what: 'CPU of payload-reserve for one day of one person beside ours, per person and day',
        value: times(found.value),
        unit: '×',
        range: [times(found.range[1]), times(found.range[0])],
        limits: { pass: 5000, stretch: 50_000, higher: true },
        note: `${found.anchor.cpu.toFixed(0)} ms and ${found.anchor.statements} SQL for one beside ${(found.subject.cpu / batch).toFixed(1)} ms for ${people * days}; ${rows.toLocaleString('en')} rows each`,
      },
    ]
  },
}
