'use client'
import { useId, useState } from 'react'
import { uploadPicture } from './upload-picture.ts'

type PictureInputProps = {
  id: string
  label: string
  hint: string | undefined
  /** Id of the picture; empty without one. */
  value: string
  /** Where the picture that is saved lies. */
  address: string | undefined
  error: string | undefined
  onChange: (id: string) => void
}

/** A picture of the company: chosen, shown, replaced or taken away. */
export const PictureInput = (props: PictureInputProps) => {
  const { id, label, hint, value, address, error, onChange } = props
  const [shown, setShown] = useState(address)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const noteId = useId()
  const choose = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    const answer = await uploadPicture(file)
    setBusy(false)
    if (answer.ok) {
      setShown(answer.data.doc.url)
      onChange(answer.data.doc.id)
    }
    setRefusal(answer.ok ? undefined : answer.errors.map(({ message }) => message).join(' '))
  }
  const note = refusal ?? error
  return (
    <div className="fb-setting fb-setting--wide">
      <label className="fb-label" htmlFor={id}>
        {label}
      </label>
      <div className="fb-setting__picture">
        {value && shown ? <img alt="" src={shown} /> : null}
        <input
          accept="image/jpeg,image/png,image/webp,image/heic"
          aria-describedby={noteId}
          disabled={busy}
          id={id}
          onChange={(event) => void choose(event.target.files?.[0])}
          type="file"
        />
        {value ? (
          <button className="fb-ghost" onClick={() => onChange('')} type="button">
            Remove the logo
          </button>
        ) : null}
      </div>
      <span className={note ? 'fb-error' : 'fb-hint'} id={noteId} role={note ? 'alert' : undefined}>
        {busy ? 'Uploading…' : (note ?? `${hint ?? ''} JPEG, PNG, WebP or HEIC.`.trim())}
      </span>
    </div>
  )
}
