import { defineConfig } from 'vitest/config'

/** No rule may depend on the zone of the process: far from whole hours, and with clocks that change. */
const kathmandu = { TZ: 'Asia/Kathmandu' }
const newYork = { TZ: 'America/New_York' }

const database = {
  globalSetup: ['tests/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

const browser = {
  globalSetup: ['tests/support/e2e-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 30_000 } },
}

/** They promise something within seconds, or load the product as hard as they can: one at a time. */
const undisturbed = ['rush', 'two-processes', 'within-seconds'].map(
  (name) => `tests/e2e/${name}.test.ts`,
)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['tests/{domain,site}/**/*.test.ts'],
          env: newYork,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'int',
          include: ['tests/{int,contracts}/**/*.test.ts'],
          maxWorkers: 2,
          env: kathmandu,
          isolate: false,
          setupFiles: ['tests/support/fresh-modules.ts'],
          sequence: { groupOrder: 1 },
          ...database,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: undisturbed,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...browser,
        },
      },
      {
        test: {
          name: 'e2e-undisturbed',
          include: undisturbed,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          ...browser,
        },
      },
    ],
  },
})
