/** As much of AbortController as a query cache needs, for engines that have none. */
class AbortSignal {
  constructor() {
    this.aborted = false
    this.reason = undefined
    this.onabort = null
    this.listeners = []
  }

  addEventListener(type, listener) {
    if (type === 'abort') this.listeners.push(listener)
  }

  removeEventListener(_type, listener) {
    this.listeners = this.listeners.filter((each) => each !== listener)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
}

export class AbortController {
  constructor() {
    this.signal = new AbortSignal()
  }

  abort(reason) {
    const signal = this.signal
    if (signal.aborted) return
    signal.aborted = true
    signal.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' })
    const event = { type: 'abort', target: signal }
    signal.onabort?.(event)
    for (const listener of signal.listeners.slice()) listener(event)
  }
}
