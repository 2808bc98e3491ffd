import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outputOf } from './open-phone.ts'
import { filesOfBuild, isImage, packagesOf, sizeOf } from './package-sizes.ts'

const KB = 1024

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  lazyCodeLoading?: string
  darkmode?: boolean
  themeLocation?: string
  window: Record<string, string>
  usingComponents?: Record<string, string>
  tabBar: {
    list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[]
  } & Record<string, unknown>
  preloadRule?: Record<string, { packages: string[] }>
}

const weapp = filesOfBuild(outputOf('weapp'))
const app = JSON.parse(readFileSync(`${outputOf('weapp')}/app.json`, 'utf8')) as AppJson
const roots = app.subPackages.map(({ root }) => root)
const { main, subpackages } = packagesOf(weapp, roots)
const paths = new Set(weapp.map(({ path }) => path))
const allPages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

describe('the packages', () => {
  it('the main one is at most 700 KB, and 190 KB when compressed', () => {
    expect(sizeOf(main).raw).toBeLessThanOrEqual(700 * KB)
    expect(sizeOf(main).gzipped).toBeLessThanOrEqual(190 * KB)
  })

  it.each(roots)('%s is at most 350 KB', (root) => {
    expect(sizeOf(subpackages[root] ?? []).raw).toBeLessThanOrEqual(350 * KB)
  })

  it.each(['weapp', 'alipay'] as const)('all of %s is at most 2.5 MB', (target) => {
    expect(sizeOf(filesOfBuild(outputOf(target))).raw).toBeLessThanOrEqual(2.5 * KB * KB)
  })

  it('pictures in them are at most 80 KB, each at most 6 KB', () => {
    const images = weapp.filter(isImage)
    expect(sizeOf(images).raw).toBeLessThanOrEqual(80 * KB)
    expect(images.filter(({ bytes }) => bytes.length > 6 * KB)).toEqual([])
  })
})

describe('app.json', () => {
  it('names every page once, and each has its script, view and settings', () => {
    expect(new Set(allPages).size).toBe(allPages.length)
    const missing = allPages
      .flatMap((page) => ['js', 'wxml', 'json'].map((extension) => `${page}.${extension}`))
      .filter((file) => !paths.has(file))
    expect(missing).toEqual([])
  })

  it('loads code when it is needed and follows the theme', () => {
    expect(app.lazyCodeLoading).toBe('requiredComponents')
    expect(app.darkmode).toBe(true)
    expect(paths.has(app.themeLocation ?? '')).toBe(true)
  })

  it('has two to five tabs of the main package, each with two small pictures', () => {
    const { list } = app.tabBar
    expect(list.length).toBeGreaterThanOrEqual(2)
    expect(list.length).toBeLessThanOrEqual(5)
    expect(list.filter(({ pagePath }) => !app.pages.includes(pagePath))).toEqual([])
    const icons = list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
    expect(icons.filter((icon) => !paths.has(icon))).toEqual([])
    expect(app.tabBar.custom).toBeUndefined()
  })

  it('knows every colour it names in both themes', () => {
    const theme = JSON.parse(readFileSync(`${outputOf('weapp')}/theme.json`, 'utf8')) as {
      light: Record<string, string>
      dark: Record<string, string>
    }
    const named = [...JSON.stringify(app).matchAll(/"@(\w+)"/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in theme.light) || !(name in theme.dark))).toEqual([])
    expect(named.length).toBeGreaterThan(0)
  })

  it('loads only packages ahead that exist, and shares no component with every page', () => {
    const ahead = Object.values(app.preloadRule ?? {}).flatMap(({ packages }) => packages)
    expect(ahead.filter((root) => !roots.includes(root))).toEqual([])
    expect(app.usingComponents ?? {}).toEqual({})
  })
})

/** Lines of the platform's rules that a text search can hold. */
const FORBIDDEN: [rule: string, files: RegExp, text: RegExp][] = [
  ['pressed looks come from hover-class, not :active', /\.wxss$/, /:active\b/g],
  [
    'no picture over 10 kB inside a style or script',
    /\.(wxss|js)$/,
    /base64,[A-Za-z0-9+/=]{10240,}/g,
  ],
  [
    'no address in the clear but the server this was built for',
    /\.(js|wxml)$/,
    /http:\/\/(?!127\.0\.0\.1:8787|www\.w3\.org)[\w.]+/g,
  ],
  ['no code from text', /\.js$/, /\beval\(/g],
]

describe('the code', () => {
  it.each(FORBIDDEN)('%s', (_, files, text) => {
    const found = weapp
      .filter(({ path }) => files.test(path))
      .flatMap(({ path, bytes }) =>
        [...bytes.toString('utf8').matchAll(text)].map(
          ([match]) => `${path}: ${match.slice(0, 60)}`,
        ),
      )
    expect(found).toEqual([])
  })

  it('listens to no scrolling that it does nothing with', () => {
    const scripts = weapp.filter(({ path }) => path.endsWith('.js') && path.includes('pages/'))
    const found = scripts.filter(({ bytes }) => /onPageScroll\(\w*\)\s*\{\s*\}/.test(String(bytes)))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
