let tapping = false

/** True while a tap's own handlers run, and the promises they resolve at once. */
export const isTapping = (): boolean => tapping

/** Runs the handlers of a tap. Some calls are open to the app only in here. */
export function duringTap(handlers: () => void): void {
  tapping = true
  try {
    handlers()
  } finally {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      tapping = false
    }
    channel.port2.postMessage(null)
  }
}
