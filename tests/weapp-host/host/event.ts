import * as glassEasel from 'glass-easel'

interface Point {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

interface Target {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}

/** An event as the logic side gets it: plain data, nothing of the view. */
export interface PlainEvent {
  type: string
  timeStamp: number
  target: Target | null
  currentTarget: Target | null
  mark: Record<string, unknown>
  detail: unknown
  touches: Point[]
  changedTouches: Point[]
}

type Definition = Record<string, unknown>

function plainTarget(caller: unknown): Target | null {
  if (!caller) return null
  const { id, dataset } = caller as { id?: string; dataset?: Record<string, unknown> | null }
  return { id: id ?? '', dataset: { ...(dataset ?? {}) }, offsetLeft: 0, offsetTop: 0 }
}

function plainTouches(touches: TouchList): Point[] {
  return [...touches].map(({ identifier, clientX, clientY, pageX, pageY }) => ({
    identifier,
    clientX,
    clientY,
    pageX,
    pageY,
  }))
}

function plainDetail(event: glassEasel.Event<unknown>): unknown {
  if (event.type === 'tap' || event.type === 'longpress') {
    const { x, y } = event.detail as { x: number; y: number }
    return { x, y }
  }
  try {
    return JSON.parse(JSON.stringify(event.detail ?? {}))
  } catch {
    return {}
  }
}

/** Reads an event of the component framework into the plain object the app receives. */
export function plainEvent(event: glassEasel.Event<unknown>): PlainEvent {
  const source = event as unknown as Partial<Record<'target' | 'currentTarget' | 'mark', unknown>>
  const original = event.getOriginalEvent?.() as Event | undefined
  const detail = plainDetail(event)
  const { x = 0, y = 0 } = (detail ?? {}) as { x?: number; y?: number }
  const finger = [{ identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y }]
  const isTouch = typeof TouchEvent !== 'undefined' && original instanceof TouchEvent
  return {
    type: event.type,
    timeStamp: Math.round(event.timeStamp),
    target: plainTarget(source.target),
    currentTarget: plainTarget(source.currentTarget),
    mark: (source.mark ?? {}) as Record<string, unknown>,
    detail,
    touches: isTouch ? plainTouches(original.touches) : finger,
    changedTouches: isTouch ? plainTouches(original.changedTouches) : finger,
  }
}

/** The same definition, with every method receiving plain events. */
export function withPlainEvents(definition: Definition): Definition {
  const wrapped: Definition = { ...definition }
  for (const [name, value] of Object.entries(wrapped)) {
    if (typeof value !== 'function') continue
    wrapped[name] = function (this: unknown, first: unknown, ...others: unknown[]) {
      const argument = first instanceof glassEasel.Event ? plainEvent(first) : first
      return Reflect.apply(value, this, [argument, ...others])
    }
  }
  if (wrapped.methods) wrapped.methods = withPlainEvents(wrapped.methods as Definition)
  return wrapped
}
