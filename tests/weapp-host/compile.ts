import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import compiler from 'glass-easel-template-compiler'
import { alipayConfigToWeapp, axmlToWxml, sjsToWxs } from './alipay-dialect.ts'
import { builtins } from './builtins.ts'
import { documentedApis } from './documented-apis.ts'

export type Dialect = 'weapp' | 'alipay'

export interface CompiledApp {
  dialect: Dialect
  /** A script that puts everything the host needs on `window.miniProgram`. */
  payload: string
  warnings: string[]
}

interface Sources {
  js: Record<string, string>
  json: Record<string, Record<string, unknown>>
  css: Record<string, string>
}

/** Files of a folder and below it, as paths relative to it with forward slashes. */
function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

const tags = Object.keys(builtins).sort((one, other) => other.length - one.length)
const TAG_SELECTOR = new RegExp(
  `(^|[\\s,>+~}(])(${tags.join('|')})(?=[\\s,{.:#\\[>+~)])(?=[^{}]*\\{)`,
  'g',
)

/** Styles as a browser reads them: rpx in parts of the width, tag selectors with the host's tags. */
export function browserCss(wxss: string): string {
  return wxss
    .replace(TAG_SELECTOR, '$1wx-$2')
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, count: string) => `calc(${count} * 100vw / 750)`)
}

/** One style file with everything it imports, each imported file once. */
function inlineCss(path: string, css: Record<string, string>, seen = new Set<string>()): string {
  const source = css[path]
  if (source === undefined || seen.has(path)) return ''
  seen.add(path)
  return source.replace(/@import\s+(?:url\()?["']([^"']+)["']\)?;?/g, (_, target: string) => {
    const base = target.startsWith('/') ? '' : posix.dirname(path)
    const resolved = posix.join(base, target).replace(/^\//, '')
    return inlineCss(resolved.replace(/\.(wxss|acss)$/, ''), css, seen)
  })
}

/**
 * Compiles a mini-program's output folder for the host in the browser: templates with WeChat's
 * own template compiler, scripts and settings as they are, styles for the browser.
 */
export function compileMiniProgram(directory: string): CompiledApp {
  const group = new compiler.TmplGroup()
  const sources: Sources = { js: {}, json: {}, css: {} }
  const warnings: string[] = []
  const files = filesOf(directory)
  const dialect: Dialect = files.some((file) => file.endsWith('.axml')) ? 'alipay' : 'weapp'
  const addTemplate = (path: string, source: string) => {
    for (const warning of group.addTmpl(path, source) ?? []) {
      warnings.push(`${path}: ${JSON.stringify(warning)}`)
    }
  }
  for (const file of files) {
    const extension = extname(file)
    const path = file.slice(0, file.length - extension.length)
    const source = () => readFileSync(join(directory, file), 'utf8')
    if (extension === '.wxml') addTemplate(path, source())
    if (extension === '.axml') addTemplate(path, axmlToWxml(source()))
    if (extension === '.wxs') group.addScript(path, source())
    if (extension === '.sjs') group.addScript(path, sjsToWxs(source()))
    if (extension === '.js') sources.js[path] = source()
    if (extension === '.wxss' || extension === '.acss') sources.css[path] = source()
    if (extension === '.json') {
      const config = JSON.parse(source()) as Record<string, unknown>
      sources.json[path] = dialect === 'alipay' ? alipayConfigToWeapp(config) : config
    }
  }
  for (const [tag, builtin] of Object.entries(builtins)) {
    addTemplate(`__builtin__/${tag}`, builtin.template)
  }
  const css = Object.fromEntries(
    Object.keys(sources.css).map((path) => [path, browserCss(inlineCss(path, sources.css))]),
  )
  const templates = group.getTmplGenObjectGroups()
  group.free()
  const parts = { dialect, js: sources.js, json: sources.json, css, apis: documentedApis() }
  const payload = `window.miniProgram={...${JSON.stringify(parts)},templates:${templates}}`
  return { dialect, payload, warnings }
}
