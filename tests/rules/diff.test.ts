import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { diffPrograms } from '../../bff/src/program/diff.ts'
import type { Form } from '../../bff/src/program/form.ts'
import { groupFor, isRecord } from '../../bff/src/program/form.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { programForm } from '../../bff/src/program/program-form.ts'
import { changedAt, sentences } from './changed-at.ts'

const isNamed =
  (...ids: string[]) =>
  ({ id }: { id: string }) =>
    ids.includes(id)
/** Three rules and one multiplier of the default programme, and everything else of it. */
const small: Program = {
  ...defaultProgram,
  rules: defaultProgram.rules.filter(isNamed('check-in', 'streak-freeze', 'thirty-days')),
  multipliers: defaultProgram.multipliers.filter(isNamed('super-day')),
}

const changed = (places: Record<string, unknown>, program = small): Program =>
  changedAt(places, program)

const newRule = {
  id: 'welcome',
  name: '入会礼',
  sources: ['K2'],
  on: ['joined'],
  where: { tierId: 'sprout' },
  grant: { points: { fixed: 1_200 }, badgeId: 'thirty-days' },
}
const [checkIn, freeze, thirty] = small.rules
const [sprout, branch, evergreen] = small.tiers

describe('the difference between two programmes, in the operator’s words', () => {
  it.each<[what: string, places: Record<string, unknown>, told: string[]]>([
    ['nothing', {}, []],
    ['a setting', { brand: '常青会员' }, ['方案 · 品牌名：长青会员 → 常青会员']],
    [
      'the steps of a ladder',
      { 'rules.0.grant.points.ladderByStreak': [3, 3, 4] },
      ['每日签到 · 积分：2,2,3,3,4,4,10 → 3,3,4'],
    ],
    [
      'a ladder for a fixed amount',
      { 'rules.0.grant.points': { fixed: 1_000 } },
      ['每日签到 · 积分：2,2,3,3,4,4,10 → 每次 1,000'],
    ],
    [
      'a condition, taken away and put there',
      { 'rules.1.where': { minStreakDays: 5, tierId: 'branch' } },
      [
        '连签七日保护卡 · 条件 · 连签至少：无 → 5 天',
        '连签七日保护卡 · 条件 · 连签每满：7 天 → 无',
        '连签七日保护卡 · 条件 · 达到等级：无 → 青枝',
      ],
    ],
    ['a choice', { 'rules.2.period': 'month' }, ['连续签到30天 · 发放频次：仅一次 → 每月一次']],
    ['a name', { 'rules.0.name': '天天签到' }, ['每日签到 · 名称：每日签到 → 天天签到']],
    [
      'a factor and a threshold',
      { 'tiers.1.pointsRateBp': 12_500, 'tiers.1.fromGrowth': 1_500 },
      ['青枝 · 所需成长值：500 成长值 → 1,500 成长值', '青枝 · 每元积分：×1.2 → ×1.25'],
    ],
    [
      'the benefits of a tier, by their names',
      { 'tiers.0.benefitIds': ['priority'] },
      ['新芽 · 权益：会员价、生日礼、每月券包 → 优先服务'],
    ],
    ['an empty list', { 'tiers.0.benefitIds': [] }, ['新芽 · 权益：会员价、生日礼、每月券包 → 无']],
    [
      'durations, each in its own unit',
      { 'session.memberMs': 90_000, 'memberCode.validForMs': 60_000 },
      ['会员码 · 有效时间：45 秒 → 1 分钟', '登录 · 会员登录保持：30 天 → 90 秒'],
    ],
    [
      'a setting inside a setting',
      { 'points.expiry.months': 24 },
      ['积分 · 有效期 · 时长：12 个月 → 24 个月'],
    ],
    [
      'a row inside a setting, known by another field than an id',
      { 'privacy.version': 2, 'privacy.purposes.2.required': true },
      ['隐私说明 · 版本：1 → 2', '隐私说明 · 用途 · 活动通知 · 必需：否 → 是'],
    ],
    [
      'a new rule, with all that it says',
      { 'rules.3': newRule },
      [
        '新增规则：入会礼（编号：welcome；依据：K2；触发：入会；条件（达到等级：新芽）；积分：每次 1,200；徽章：三十日常青）',
      ],
    ],
    [
      'a rule that is gone',
      { multipliers: [] },
      [
        '删除加倍规则：15日超级签到日（编号：super-day；依据：C2；触发：签到；条件（每月：15 日）；作用于：积分；倍数：×2）',
      ],
    ],
    [
      'another id: that is another rule',
      { 'rules.2': { ...thirty, id: 'thirty' } },
      [
        '删除规则：连续签到30天（编号：thirty-days；依据：C4、B2；触发：签到、补签；条件（连签至少：30 天）；发放频次：仅一次；徽章：三十日常青）',
        '新增规则：连续签到30天（编号：thirty；依据：C4、B2；触发：签到、补签；条件（连签至少：30 天）；发放频次：仅一次；徽章：三十日常青）',
      ],
    ],
    [
      'the order of rows',
      { tiers: [branch, sprout, evergreen] },
      ['等级顺序：新芽、青枝、长青 → 青枝、新芽、长青'],
    ],
    [
      'an id that stands there twice, which nobody may overlook',
      { rules: [checkIn, freeze, thirty, { ...checkIn, name: '再签到' }] },
      [
        '新增规则：再签到（编号：check-in；依据：C1、C3、C5、G4、G8；触发：签到；积分：2,2,3,3,4,4,10；成长值：每次 5）',
      ],
    ],
    [
      'two values that are told alike, as they are stored',
      { 'benefits.0.id': 'price', 'tiers.2.benefitIds': ['price'], 'tiers.0.benefitIds': [] },
      [
        '新芽 · 权益：会员价、生日礼、每月券包 → 无',
        '长青 · 权益：会员价、生日礼、每月券包、优先服务、新品先享、免费升杯、请友一杯、专属顾问 → 会员价',
        '删除权益：会员价（编号：member-price；说明：每月18日会员日，指定商品享会员价；依据：D3、E1）',
        '新增权益：会员价（编号：price；说明：每月18日会员日，指定商品享会员价；依据：D3、E1）',
      ],
    ],
    [
      'a field that has no label, by its path',
      { 'rules.0.mood': 'good', weather: { rain: true } },
      ['每日签到 · rules[check-in].mood：无 → good', '方案 · weather：无 → {"rain":true}'],
    ],
  ])('tells %s', (_, places, told) => {
    expect(sentences(small, changed(places))).toEqual(told)
  })

  it('shows values that are told alike as they are stored', () => {
    const twins = changed({ 'benefits.1.name': '会员价', 'tiers.0.benefitIds': ['member-price'] })
    expect(sentences(twins, changed({ 'tiers.0.benefitIds': ['birthday'] }, twins))).toEqual([
      '新芽 · 权益：会员价（["member-price"]） → 会员价（["birthday"]）',
    ])
  })

  it('says where a change stands and what was there', () => {
    const after = changed({ 'rules.0.grant.growth.fixed': 6, 'benefits.9': undefined })
    after.benefits = after.benefits.filter(Boolean)
    expect(diffPrograms(small, after, programForm)).toEqual([
      {
        kind: 'removed',
        path: 'benefits[leaf-frame]',
        section: '权益',
        sentence: '删除权益：青叶头像框（编号：leaf-frame；说明：登顶者专属装扮；依据：B3）',
        before: '青叶头像框（编号：leaf-frame；说明：登顶者专属装扮；依据：B3）',
        after: null,
      },
      {
        kind: 'changed',
        path: 'rules[check-in].grant.growth',
        section: '规则',
        sentence: '每日签到 · 成长值：每次 5 → 每次 6',
        before: '每次 5',
        after: '每次 6',
      },
    ])
  })

  it('does not mind in which order the fields of a row are written', () => {
    const turned = JSON.parse(JSON.stringify(defaultProgram), (_, value) =>
      isRecord(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
    )
    expect(sentences(defaultProgram, turned)).toEqual([])
  })
})

/** Every place of a value that holds something plain, as `rules.0.name`. */
function leavesOf(value: unknown, way: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [way.join('.')]
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...way, name]))
}

/** The places of a value that its form does not know. */
function unlabelled(form: Form | undefined, value: unknown, at = ''): string[] {
  if (!form) return [at]
  if (form.kind === 'either') return unlabelled(groupFor(form, value), value, at)
  if (form.kind === 'list' && Array.isArray(value))
    return value.flatMap((row, i) => unlabelled(form.row, row, `${at}[${i}]`))
  if (form.kind === 'group' && isRecord(value))
    return Object.entries(value).flatMap(([name, part]) =>
      unlabelled(form.fields[name], part, `${at}.${name}`),
    )
  return []
}

describe('the labels', () => {
  it('name every field of the default programme', () => {
    expect(unlabelled(programForm, defaultProgram)).toEqual([])
  })

  it('leave out no place: whatever is changed anywhere is told', () => {
    // Of places that differ in their numbers only, the first one stands for all.
    const kinds = new Map(
      leavesOf(defaultProgram).map((place) => [place.replaceAll(/\d+/g, 'n'), place]),
    )
    expect(kinds.size).toBeGreaterThan(120)
    const silent = [...kinds.values()].filter((place) => {
      const others = [{ [place]: 'other' }, { [place]: undefined }]
      return others.some(
        (change) => sentences(defaultProgram, changed(change, defaultProgram)).length === 0,
      )
    })
    expect(silent).toEqual([])
  })
})
