import { builtins } from '../builtins.ts'
import { type Listener, listen, unlisten } from '../host/listeners.ts'
import type { PageStack } from '../host/pages.ts'
import { fault, noteCall } from '../host/record.ts'
import { type Options, syncApi } from './call.ts'
import { deviceApis } from './device.ts'
import { infoApis } from './info.ts'
import { interfaceApis } from './interface.ts'
import { openApis } from './open.ts'
import { privacyApis } from './privacy.ts'
import { createSelectorQuery } from './query.ts'
import { request } from './request.ts'
import { routeApis } from './route.ts'
import { storageApis } from './storage.ts'

/** Events an app may listen to with `wx.on…` and leave with `wx.off…`. */
const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'WindowResize',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'MemoryWarning',
  'KeyboardHeightChange',
  'UserCaptureScreen',
]

/** Names that are read on the way past: undefined on this phone, which is a good answer. */
const ABSENT = new Set(['cloud', 'webpackJsonp', 'lanDebug', 'then', 'toJSON'])

function eventApis(): Options {
  const apis: Options = {}
  for (const kind of EVENTS) {
    apis[`on${kind}`] = (listener: Listener) => {
      noteCall(`on${kind}`, false)
      listen(kind, listener)
    }
    apis[`off${kind}`] = (listener?: Listener) => {
      noteCall(`off${kind}`, false)
      unlisten(kind, listener)
    }
  }
  return apis
}

const camelCase = (text: string) =>
  text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `wx.canIUse`, which says yes only to what this host really plays. */
function canIUse(played: Options): (schema: string) => boolean {
  return (schema) => {
    const [name = '', property] = schema.split('.')
    const builtin = builtins[name]
    if (builtin) return !property || camelCase(property) in builtin.properties
    return name in played
  }
}

/** Functions WeChat documents and this host does not play: each call is a fault. */
function unplayedApis(names: string[], played: Options): Options {
  const apis: Options = {}
  for (const name of names) {
    if (name in played) continue
    apis[name] = () => {
      fault(`wx.${name} is not played by this host`)
      throw new Error(`wx.${name} is not played by this host`)
    }
  }
  return apis
}

/** The global `wx`. Nothing passes quietly: what it does not know fails the test. */
export function createWx(pages: PageStack, launch: Options): Options {
  const played: Options = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    nextTick: (step: () => void) => setTimeout(step, 0),
    request,
    createSelectorQuery: createSelectorQuery(pages),
    ...eventApis(),
    ...storageApis,
    ...privacyApis,
    ...openApis,
    ...deviceApis,
    ...interfaceApis(pages),
    ...routeApis(pages),
    ...infoApis(launch),
  }
  played.canIUse = syncApi('canIUse', canIUse(played))
  const all = { ...unplayedApis(window.miniProgram.apis, played), ...played }
  return new Proxy(all, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target) && !ABSENT.has(name)) {
        fault(`wx.${name} does not exist`)
      }
      return Reflect.get(target, name, receiver)
    },
  })
}
