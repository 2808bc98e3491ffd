import type { Check, Import, Source } from './sources.ts'
import { codeOnly, importsOf, targetOf } from './sources.ts'

type Area = 'app' | 'page' | 'feature' | 'ui' | 'lib' | 'style' | 'generated' | 'shared' | 'foreign'

const SRC = 'apps/member/src/'

export function areaOf(path: string): Area {
  if (path.startsWith('shared/')) return 'shared'
  if (!path.startsWith(SRC)) return 'foreign'
  const [folder = '', ...rest] = path.slice(SRC.length).split('/')
  if (rest.length === 0) return path.endsWith('.scss') ? 'style' : 'app'
  if (folder === 'pages' || folder === 'packages') return 'page'
  if (folder === 'features') return 'feature'
  if (folder === 'styles') return 'style'
  return folder === 'ui' || folder === 'lib' || folder === 'generated' ? folder : 'app'
}

const mayImport: Readonly<Record<Area, readonly Area[]>> = {
  app: ['app', 'page', 'feature', 'ui', 'lib', 'style', 'generated', 'shared'],
  page: ['feature', 'ui', 'lib', 'style', 'generated', 'shared'],
  feature: ['feature', 'ui', 'lib', 'style', 'generated', 'shared'],
  ui: ['ui', 'style', 'shared'],
  lib: ['lib', 'generated', 'shared'],
  style: ['style'],
  generated: ['generated'],
  shared: ['shared'],
  foreign: [],
}

const folderOf = (path: string): string => path.split('/').slice(0, 5).join('/')

function refusal(source: Source, target: string): string | undefined {
  const [from, to] = [areaOf(source.path), areaOf(target)]
  if (to === 'foreign') return 'the contract is shared/schema.graphql, through generated types'
  if (!mayImport[from].includes(to))
    return `${from} may use ${mayImport[from].join(', ')}: move it, or hand it in as a property`
  const isOther =
    from === 'feature' && to === 'feature' && folderOf(source.path) !== folderOf(target)
  return isOther ? 'features do not know each other: let the page put them together' : undefined
}

function refusalOfPackage(source: Source, { from }: Import): string | undefined {
  if (/^(@evergreen\/|node:)/.test(from)) return 'not on a phone: only shared is for both sides'
  const isTaro = /^(react|@tarojs\/(components|taro))$/.test(from)
  return areaOf(source.path) === 'ui' && !isTaro ? 'ui is made of Taro components alone' : undefined
}

/** Pages use features, features use ui and lib, ui knows no member and no network. */
export const checkAppImports: Check = (source) =>
  importsOf(source).flatMap((each) => {
    const target = targetOf(source, each)
    const because = target === undefined ? refusalOfPackage(source, each) : refusal(source, target)
    return because === undefined ? [] : [`${source.path} imports ${each.from}: ${because}`]
  })

/** A phone's screen is made of Taro's components: HTML exists on H5 alone. */
export const checkAppTags: Check = ({ path, text }) => {
  const tag = /<(div|span|p|a|img|button|input|ul|li|h[1-6])[\s>/]/.exec(codeOnly(text))?.[1]
  return path.endsWith('.tsx') && tag !== undefined
    ? [`${path} draws <${tag}>: take the component of @tarojs/components or ui/`]
    : []
}

const PAGE_LINES_MAX = 40

/** A page only arranges features. */
export const checkPageSize: Check = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length
  return areaOf(path) === 'page' && lines > PAGE_LINES_MAX
    ? [`${path} has ${lines} lines of ${PAGE_LINES_MAX}: move what it does into a feature`]
    : []
}

/** Shared is what both sides agree on, so it stands on nothing. */
export const checkSharedImports: Check = (source) =>
  importsOf(source)
    .filter((each) => areaOf(targetOf(source, each) ?? 'package') !== 'shared')
    .map(({ from }) => `${source.path} imports ${from}: shared imports nothing`)
