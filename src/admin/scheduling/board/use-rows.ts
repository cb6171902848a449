'use client'
import { useMemo } from 'react'
import type { Board } from './board-visit.ts'
import { fitsFilter, type PeopleFilter } from './people-filter.ts'

/** The board with the rows that the filter leaves, and whether somebody's is among them. */
export const useRows = (
  board: Board,
  { skill, area }: PeopleFilter,
): { board: Board; has: (person: string) => boolean } =>
  useMemo(() => {
    const people = board.people.filter((person) => fitsFilter(person, { skill, area }))
    const ids = new Set(people.map(({ id }) => id))
    return { board: { ...board, people }, has: (person) => ids.has(person) }
  }, [board, skill, area])
