'use client'
import { useMemo } from 'react'
import type { FinderAnswer } from '../../../contracts/scheduling/finder.ts'
import { useAnswer } from '../../ui/use-answer.ts'

const nobody: ReadonlyMap<string, string> = new Map()

/** The causes in one line under the name that they are about. */
const reasonOf = (name: string, causes: readonly { message: string }[]): string =>
  causes.map(({ message }) => message.replace(`${name} `, '').replace(/\.$/, '')).join(', ')

/** While a visit is carried: who can never take it, each with the reason. */
export const useWhoCannot = (visit: string | undefined): ReadonlyMap<string, string> => {
  const { answer } = useAnswer<FinderAnswer>(visit && `/api/app/finder?appointment=${visit}`)
  return useMemo(
    () =>
      answer
        ? new Map(answer.others.map(({ id, name, causes }) => [id, reasonOf(name, causes)]))
        : nobody,
    [answer],
  )
}
