import { describe, expect, it } from 'vitest'
import { checkAppImports, checkAppTags, checkPageSize, checkSharedImports } from './apps.ts'
import { checkBffCalls, checkBffImports, circlesIn } from './bff.ts'
import { checkCascade, checkExcuses, checkSettings, checkSize } from './everywhere.ts'
import type { Check } from './sources.ts'

/** Rows of a table whose columns stand at least two spaces apart. */
const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s{2,}/))

/** `./x.ts` is imported as a value, `type ./x.ts` as a type; anything longer is code as it stands. */
const importing = (what: string): string => {
  if (what.includes("'")) return what
  return what.startsWith('type ')
    ? `import type { X } from '${what.slice(5)}'`
    : `import { x } from '${what}'`
}

function bites(check: Check, folder: string, table: string, codeOf = (code: string) => code) {
  it.each(rowsOf(table))('%s may not say %s: %s', (name, code = '', complaint) => {
    const path = `${folder}${name}`
    const [problem, ...more] = check({ path, text: codeOf(code) })
    expect(problem).toContain(path)
    expect(problem).toContain(complaint)
    expect(more).toEqual([])
  })
}

describe('the directions inside the BFF', () => {
  bites(
    checkBffImports,
    'bff/src/',
    `
    badge/badge.ts           ./badge.store.ts              a plain x.ts is pure
    badge/badge.ts           type ./badge.store.ts         a plain x.ts is pure
    badge/badge.ts           ../graphql/builder.ts         a plain x.ts is pure
    badge/badge.ts           ../db/open.ts                 a plain x.ts is pure
    badge/badge.ts           ../secrets.ts                 a plain x.ts is pure
    badge/badge.ts           node:crypto                   no package
    badge/badge.ts           lodash                        no package
    badge/badge.ts           await import('node:fs')       no package
    badge/badge.ts           export * from 'zod'           no package
    badge/badge.ts           ../command.ts                 import its types only
    badge/badge.ts           ../check-in/streak.ts         say so in mayUse
    check-in/check-in.ts     ../look-up/look-up.ts         say so in mayUse
    staff/staff.ts           ../consent/consent.ts         say so in mayUse
    order/order.ts           ../coupon/code.ts             say so in mayUse
    settle/settle.ts         ../order/order.store.ts       a plain x.ts is pure
    settle/settle.ts         ../command.ts                 import its types only
    badge/badge.ts           ../../../apps/member/src/x    stands on its own
    sign-in/sign-in.ts       ../sms/sms.fake.ts            let main.ts hand
    app.ts                   ./sms/sms.fake.ts             let main.ts hand
    app.ts                   ./main.ts                     outermost
    badge/badge.store.ts     ../tier/tier.store.ts         knows its own feature
    badge/badge.store.ts     ../graphql/builder.ts         knows its own feature
    badge/badge.store.ts     ../db/open.ts                 knows its own feature
    badge/badge.store.ts     graphql                       no package
    badge/badge.graphql.ts   ../db/driver.ts               through the stores
    badge/badge.graphql.ts   drizzle-orm                   no package
    badge/badge.graphql.ts   ./badge.store.ts              import their type only
    badge/badge.graphql.ts   ../stores.ts                  import their type only
    badge/badge.graphql.ts   ../http/door.ts               does not know the door
    graphql/auth.ts          ../badge/badge.graphql.ts     knows none
    db/kit.ts                ../model.ts                   knows no feature
    http/door.ts             ../stores.ts                  nothing behind it
    wechat/wechat.client.ts  ../member/member.ts           nothing of the house
    `,
    importing,
  )

  it('a type may not bring the command shell along', () => {
    const text = `import { type World, commandShell } from '../command.ts'`
    expect(checkBffImports({ path: 'bff/src/badge/badge.ts', text })).toHaveLength(1)
  })

  it.each(
    rowsOf(`
    badge/badge.ts          @evergreen/shared/day.ts
    badge/badge.ts          ../model.ts
    badge/badge.ts          ../tier/tier.ts
    badge/badge.ts          type ../command.ts
    look-up/look-up.ts      ../check-in/streak.ts
    settle/acts.ts          ../check-in/streak.ts
    badge/badge.graphql.ts  type ./badge.store.ts
    badge/badge.graphql.ts  import { type X, type Y } from './badge.store.ts'
    main.ts                 ./sms/sms.fake.ts
    `),
  )('%s may import %s', (name, what = '') => {
    expect(checkBffImports({ path: `bff/src/${name}`, text: importing(what) })).toEqual([])
  })

  it('two files may not import each other', () => {
    const a = { path: 'bff/src/tier/a.ts', text: importing('./b.ts') }
    const b = { path: 'bff/src/tier/b.ts', text: importing('type ../tier/a.ts') }
    expect(circlesIn([a, b])).toEqual([
      'bff/src/tier/a.ts → bff/src/tier/b.ts → bff/src/tier/a.ts: move what both need into a third file',
    ])
  })
})

describe('what a rule may not ask for', () => {
  bites(
    checkBffCalls,
    'bff/src/badge/',
    `
    badge.ts          const at = Date.now()      take the time
    badge.ts          new Date( )                take the time
    badge.ts          performance.now()          take the time
    badge.ts          Math.random()              take chance
    badge.store.ts    crypto.randomUUID()        take chance
    badge.graphql.ts  process.env.PORT           take settings
    badge.ts          fetch(address)             do not act
    badge.ts          setTimeout(done, 5)        do not act
    `,
  )

  it.each([
    ['badge/badge.ts', 'new Date(at).toISOString()'],
    ['badge/badge.ts', '// Never Date.now() here.\n/* nor process.env */'],
    ['badge/badge.ts', `const name = 'Math.random()'`],
    ['main.ts', 'Date.now()'],
  ])('%s may say %j', (name, text) => {
    expect(checkBffCalls({ path: `bff/src/${name}`, text })).toEqual([])
  })
})

describe('the directions inside the app', () => {
  bites(
    checkAppImports,
    'apps/member/src/',
    `
    lib/clock.ts            ../../../../bff/src/model.ts       through generated types
    lib/clock.ts            type ../../../../bff/src/model.ts  through generated types
    lib/clock.ts            @evergreen/bff                     not on a phone
    lib/clock.ts            node:fs                            not on a phone
    features/home/home.tsx  @/features/staff/counter           let the page
    features/home/home.tsx  @/pages/home/index                 feature may use
    ui/card.tsx             @/features/home/home               ui may use
    ui/card.tsx             @/lib/transport                    ui may use
    ui/card.tsx             @/generated/graphql                ui may use
    ui/card.tsx             @tanstack/react-query              made of Taro components
    lib/problem.ts          @/ui/card                          lib may use
    `,
    importing,
  )
  bites(
    checkSharedImports,
    'shared/',
    `
    day.ts  temporal-polyfill         shared imports nothing
    day.ts  type ../bff/src/model.ts  shared imports nothing
    `,
    importing,
  )
  bites(checkAppTags, 'apps/member/src/ui/', 'card.tsx  <div className="card">  take the component')

  it('a generic that looks like a tag is none', () => {
    const text = 'const a = useState<number>(0)\nreturn <View />'
    expect(checkAppTags({ path: 'apps/member/src/ui/card.tsx', text })).toEqual([])
  })
})

describe('what no file may do', () => {
  it('be longer than its limit', () => {
    const [page, file] = ['apps/member/src/pages/home/index.tsx', 'bff/src/model.ts']
    expect(checkPageSize({ path: page, text: 'x\n'.repeat(40) })).toEqual([])
    expect(checkPageSize({ path: page, text: 'x\n'.repeat(41) })).toEqual([
      `${page} has 41 lines of 40: move what it does into a feature`,
    ])
    expect(checkSize({ path: file, text: 'x\n'.repeat(300) })).toEqual([])
    expect(checkSize({ path: file, text: 'x\n'.repeat(301) })).toEqual([
      `${file} has 301 lines of 300: split it by what it does`,
    ])
  })

  bites(checkSettings, 'bff/src/', 'app.ts  process.env.SECRET  hand the value in')
  bites(
    checkCascade,
    'bff/',
    `
    src/badge/badge.store.ts  references(x, { onDelete: 'cascade' })  delete each row
    migrations/sqlite/1.sql   ON DELETE CASCADE                       delete each row
    `,
  )
  bites(
    checkExcuses,
    '',
    `
    bff/src/app.ts   // @ts-expect-error  make the types fit
    bff/src/app.ts   // biome-ignore x    follow the rule
    bff/src/app.ts   // TODO later        do it now
    tests/x.test.ts  it.skip()            runs or is gone
    `,
  )
})
