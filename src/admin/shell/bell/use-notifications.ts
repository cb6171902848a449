'use client'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../ui/call-api.ts'
import { useLive } from '../../ui/use-live.ts'

export type Notice = {
  id: string
  title: string
  body: string | null
  href: string | null
  at: string
  read: boolean
}

const path = '/api/app/me/notifications'

/** The reader's own notifications, read again when something changes elsewhere. */
export const useNotifications = () => {
  const [notices, setNotices] = useState<Notice[] | null>(null)
  const load = useCallback(async () => {
    const answer = await callApi<{ notifications: Notice[] }>(path)
    if (answer.ok) setNotices(answer.data.notifications)
  }, [])
  useEffect(() => void load(), [load])
  useLive(() => void load())

  const readOne = async (id: string) => {
    setNotices(
      (was) => was?.map((each) => (each.id === id ? { ...each, read: true } : each)) ?? was,
    )
    await callApi(`${path}/${id}/read`, { method: 'POST', body: {} })
  }
  const readAll = async () => {
    setNotices((was) => was?.map((each) => ({ ...each, read: true })) ?? was)
    await callApi(`${path}/read`, { method: 'POST', body: {} })
    await load()
  }
  return { notices, readOne, readAll }
}
