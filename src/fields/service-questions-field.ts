import type { ArrayField } from 'payload'

/** What a customer is asked when booking; answers are stored under each question's key. */
export const serviceQuestionsField: ArrayField = {
  name: 'questions',
  type: 'array',
  maxRows: 20,
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'key', type: 'text', required: true },
        { name: 'label', type: 'text', required: true },
        {
          name: 'type',
          type: 'select',
          required: true,
          defaultValue: 'text',
          options: ['text', 'textarea', 'number', 'select', 'checkbox'],
        },
        { name: 'required', type: 'checkbox', defaultValue: false },
      ],
    },
    {
      name: 'options',
      type: 'text',
      hasMany: true,
      admin: { condition: (_data, question) => question?.['type'] === 'select' },
    },
  ],
}
