/** How a fieldworker can be given a visit, as the office chooses it (DS-02). */
export const assignMethods = [
  { value: 'inherit', label: 'As the service says' },
  { value: 'direct', label: 'Assign at once' },
  { value: 'request', label: 'Ask to accept' },
]
