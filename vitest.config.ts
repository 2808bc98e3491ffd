import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Two builds of graphql in one process refuse each other's schemas: everybody gets this one.
const graphql = fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url))
const shared = {
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
}
const inline = [/pothos/, /graphql-yoga/, /envelop/]
// Every core works: by default one is left out, and of two that is half of them.
const node = { environment: 'node', server: { deps: { inline } }, maxWorkers: '100%' }

const fast = ['tests/architecture.test.ts', 'tests/{architecture,rules,graphql,app}/**/*.test.ts']

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        // What `npm run check` runs. Loading the BFF anew for each file would take most of the time.
        test: {
          ...node,
          name: 'fast',
          isolate: false,
          include: fast,
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          ...node,
          name: 'thorough',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...fast, 'tests/**/*.postgres.test.ts', 'tests/phone/**', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          ...node,
          name: 'postgres',
          include: ['tests/**/*.postgres.test.ts'],
          globalSetup: ['tests/fixtures/start-postgres.ts'],
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          ...node,
          name: 'phone',
          maxWorkers: 1,
          include: ['tests/phone/**/*.test.ts'],
          globalSetup: ['tests/phone/build-phone.ts'],
          // A browser and a server want the machine for themselves: behind everything else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
