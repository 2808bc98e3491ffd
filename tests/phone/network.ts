/** One request that reached the server, as the phone's network saw it. */
export interface Exchange {
  url: string
  body: string | null
  /** Undefined when the answer was lost on its way back. */
  answerBytes: number | undefined
}

export type Carried<T> = { arrived: true; answer: T } | { arrived: false; reason: string }

/**
 * The air between a phone and the server. It can be held, cut, or lose one answer after the
 * server has done the work; both platforms' drivers send everything through it.
 */
export class Network {
  readonly exchanges: Exchange[] = []
  private online = true
  private answersToLose = 0
  private gate: Promise<void> | undefined
  private openGate: () => void = () => undefined

  get isOnline(): boolean {
    return this.online
  }

  setOnline(online: boolean): void {
    this.online = online
  }

  /** The server does the work of the next request, and the phone never hears of it. */
  loseNextAnswer(): void {
    this.answersToLose += 1
  }

  /** Requests wait from now on, before they leave the phone. */
  hold(): void {
    this.gate ??= new Promise((resolve) => {
      this.openGate = resolve
    })
  }

  /** The waiting requests leave. */
  release(): void {
    this.gate = undefined
    this.openGate()
  }

  /** Carries one request to the server and its answer back, as far as the air lets it. */
  async carry<T>(
    request: { url: string; body: string | null },
    send: () => Promise<{ answer: T; bytes: number }>,
  ): Promise<Carried<T>> {
    if (this.gate) await this.gate
    if (!this.online) return { arrived: false, reason: 'no network' }
    const { answer, bytes } = await send()
    const isLost = this.answersToLose > 0
    if (isLost) this.answersToLose -= 1
    this.exchanges.push({ ...request, answerBytes: isLost ? undefined : bytes })
    if (isLost) return { arrived: false, reason: 'connection reset' }
    return { arrived: true, answer }
  }
}
