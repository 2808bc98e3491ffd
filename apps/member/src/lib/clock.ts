/** The phone's clock (ms), for waiting and counting down. It decides nothing and names no day. */
export const now = (): number => Date.now()
