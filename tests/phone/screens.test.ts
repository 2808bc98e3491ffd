import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Phone } from './phone.ts'
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

describe.each(KINDS)('on %s', (kind) => {
  it.each([
    ['an ordinary phone', { theme: 'light' }],
    ['a dark phone', { theme: 'dark' }],
    ['a phone with text 1.4 times as large', { fontSize: 24 }],
    ['a phone of 320 px', { width: 320 }],
  ] as const)('every screen fits %s', async (_, setting) => {
    const wrong: string[] = []
    const suffix = Object.entries(setting).flat().join('-')
    await walkThrough(here.street, kind, setting, async (phone, screen) => {
      await phone.settle()
      await phone.picture(`${kind}-${suffix}-${screen}`)
      const tooWide = await overhang(phone)
      if (tooWide > 0) wrong.push(`${screen} is ${tooWide} px too wide`)
    })
    expect(wrong).toEqual([])
  })
})

describe('on h5', () => {
  it.each(['light', 'dark'] as const)('nobody is shut out of any %s screen', async (theme) => {
    const wrong: string[] = []
    await walkThrough(here.street, 'h5', { theme }, async (phone, screen) => {
      for (const finding of await seriousFindings(phone)) wrong.push(`${screen}: ${finding}`)
    })
    expect(wrong).toEqual([])
  })
})
