import { type Answer, callApi } from '../ui/call-api.ts'

type Stored = { doc: { id: string; url: string } }

/** Stores a picture as the company's logo. */
export const uploadPicture = (file: File): Promise<Answer<Stored>> => {
  const form = new FormData()
  form.set('file', file)
  form.set('_payload', JSON.stringify({ kind: 'logo', alt: 'Logo' }))
  return callApi<Stored>('/api/media?depth=0', { method: 'POST', form })
}
