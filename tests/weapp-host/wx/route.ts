import { type PageStack, RouteRefusal } from '../host/pages.ts'
import { asyncApi, mustBe, type Options, Refusal } from './call.ts'

interface Place {
  path: string
  query: Record<string, string>
}

/** Splits an address into the page and its query, both as the page will see them. */
export function parseAddress(address: string): Place {
  const [path = '', search = ''] = address.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const [key = '', value = ''] = pair.split('=')
    query[key] = value
  }
  return { path: path.replace(/^\//, ''), query }
}

function resolveFrom(current: string, path: string): string {
  const parts = current.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

export function routeApis(pages: PageStack): Options {
  const place = (options: Options): Place => {
    mustBe('string', options, 'url')
    const { path, query } = parseAddress(String(options.url))
    const isAbsolute = String(options.url).startsWith('/')
    return { path: isAbsolute ? path : resolveFrom(pages.top?.path ?? '', path), query }
  }
  const route = (name: string, go: (options: Options) => void) =>
    asyncApi(name, (options) => {
      try {
        go(options)
      } catch (error) {
        if (error instanceof RouteRefusal) throw new Refusal(error.message)
        throw error
      }
      return {}
    })

  return {
    navigateTo: route('navigateTo', (options) => {
      const { path, query } = place(options)
      pages.navigateTo(path, query)
    }),
    redirectTo: route('redirectTo', (options) => {
      const { path, query } = place(options)
      pages.redirectTo(path, query)
    }),
    reLaunch: route('reLaunch', (options) => {
      const { path, query } = place(options)
      pages.reLaunch(path, query)
    }),
    switchTab: route('switchTab', (options) => {
      if (String(options.url).includes('?')) throw new Refusal('url can not have a query')
      pages.switchTab(place(options).path)
    }),
    navigateBack: route('navigateBack', (options) =>
      pages.navigateBack(Number(options.delta ?? 1)),
    ),
  }
}
