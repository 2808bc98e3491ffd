import type { PageStack } from '../host/pages.ts'
import { noteCall } from '../host/record.ts'
import type { Options } from './call.ts'
import { onCanvas } from './canvas.ts'

type Reader = (element: HTMLElement) => Options
type Callback = ((result: unknown) => void) | undefined

const dataset = (element: HTMLElement): Options => ({
  id: element.id,
  dataset: { ...element.dataset },
})

function rect(element: HTMLElement): Options {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return { left, top, right, bottom, width, height }
}

function scroll(element: HTMLElement): Options {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

/** The drawing surface of a canvas; nothing else has a node an app may hold. */
function node(element: HTMLElement): Options {
  const canvas = element.querySelector('canvas')
  return { node: canvas ? onCanvas(canvas) : null }
}

function fields(wanted: Options): Reader {
  return (element) => ({
    ...(wanted.id ? { id: element.id } : {}),
    ...(wanted.dataset ? { dataset: { ...element.dataset } } : {}),
    ...(wanted.rect || wanted.size ? rect(element) : {}),
    ...(wanted.scrollOffset ? scroll(element) : {}),
    ...(wanted.node ? node(element) : {}),
  })
}

/** `wx.createSelectorQuery`: reads the page in front; what is not there reads as null. */
export function createSelectorQuery(pages: PageStack): () => Options {
  return () => {
    noteCall('createSelectorQuery', false)
    const steps: { read: () => unknown; callback: Callback }[] = []
    const page = () => pages.top?.element

    const found = (elements: () => HTMLElement[], many: boolean): Options => {
      const add = (reader: Reader, callback: Callback) => {
        const read = () => {
          const results = elements().map(reader)
          return many ? results : (results[0] ?? null)
        }
        steps.push({ read, callback })
        return query
      }
      return {
        boundingClientRect: (callback: Callback) =>
          add((element) => ({ ...dataset(element), ...rect(element) }), callback),
        scrollOffset: (callback: Callback) =>
          add((element) => ({ ...dataset(element), ...scroll(element) }), callback),
        node: (callback: Callback) => add(node, callback),
        fields: (wanted: Options, callback: Callback) => add(fields(wanted), callback),
      }
    }
    const all = (selector: string) => [...(page()?.querySelectorAll<HTMLElement>(selector) ?? [])]
    const query: Options = {
      in: () => query,
      select: (selector: string) => found(() => all(selector).slice(0, 1), false),
      selectAll: (selector: string) => found(() => all(selector), true),
      selectViewport: () => found(() => [page()].filter((one) => one !== undefined), false),
      exec: (callback: Callback) => {
        setTimeout(() => {
          const results = steps.map(({ read, callback: each }) => {
            const result = read()
            each?.(result)
            return result
          })
          callback?.(results)
        }, 0)
        return query
      },
    }
    return query
  }
}
