'use client'

export type Channels = { email: boolean; sms: boolean }

type ChannelFieldsProps = { value: Channels; onChange: (value: Channels) => void }

/** Whether emails, text messages or both are meant. */
export const ChannelFields = ({ value, onChange }: ChannelFieldsProps) => (
  <fieldset className="fb-choices">
    <legend className="fb-label">Messages</legend>
    {(['email', 'sms'] as const).map((channel) => (
      <label className="fb-check" key={channel}>
        <input
          checked={value[channel]}
          onChange={({ target }) => onChange({ ...value, [channel]: target.checked })}
          type="checkbox"
        />
        <span>{channel === 'email' ? 'Email' : 'SMS'}</span>
      </label>
    ))}
  </fieldset>
)
