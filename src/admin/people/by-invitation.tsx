'use client'
import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useEffect } from 'react'
import { passwordByInvitation } from '../../domain/people/password-policy.ts'
import './account-form.css'

/**
 * The form of an account asks for no password: whoever makes one chooses none, and its owner gets
 * an invitation. The fields that the form would require are filled in and not shown.
 */
export const ByInvitation = () => {
  const { id } = useDocumentInfo()
  const { dispatchFields } = useForm()
  useEffect(() => {
    if (id) return
    for (const path of ['password', 'confirm-password']) {
      dispatchFields({ type: 'UPDATE', path, value: passwordByInvitation, valid: true })
    }
  }, [id, dispatchFields])
  return null
}
