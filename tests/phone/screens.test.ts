import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Phone, PhoneKind, PhoneOptions } from './phone.ts'
import { walkThrough } from './screens.ts'
import { eachOnItsOwnStreet, KINDS } from './stories.ts'

const here = eachOnItsOwnStreet()
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Width of what sticks out to the right of the page in front (px). */
function overhang(phone: Phone): Promise<number> {
  return phone.page.evaluate(() => {
    const page = document.querySelector('.mp-page:not([hidden])') ?? document.documentElement
    return page.scrollWidth - page.clientWidth
  })
}

/** What a checker of accessibility finds serious or worse on the page in front. */
async function seriousFindings(phone: Phone): Promise<string[]> {
  await phone.settle()
  await phone.page.evaluate(axeSource)
  const results = await phone.page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Walks through every screen; what sticks out of one, and what else `check` finds wrong. */
async function wrongOn(
  kind: PhoneKind,
  setting: Pick<PhoneOptions, 'theme' | 'fontSize' | 'width'>,
  check?: (phone: Phone) => Promise<string[]>,
): Promise<string[]> {
  const wrong: string[] = []
  const suffix = Object.entries(setting).flat().join('-')
  await walkThrough(here.street, kind, setting, async (phone, screen) => {
    await phone.settle()
    await phone.picture(`${kind}-${suffix}-${screen}`)
    const tooWide = await overhang(phone)
    if (tooWide > 0) wrong.push(`${screen} is ${tooWide} px too wide`)
    for (const finding of (await check?.(phone)) ?? []) wrong.push(`${screen}: ${finding}`)
  })
  return wrong
}

describe.each(KINDS)('on %s', (kind) => {
  it.each([
    ['with text 1.4 times as large', { fontSize: 24 }],
    ['of 320 px', { width: 320 }],
  ] as const)('every screen fits a phone %s', async (_, setting) => {
    expect(await wrongOn(kind, setting)).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'every screen fits a %s phone, and in a browser nobody is shut out of any',
    async (theme) => {
      const check = kind === 'h5' ? seriousFindings : undefined
      expect(await wrongOn(kind, { theme }, check)).toEqual([])
    },
  )
})
