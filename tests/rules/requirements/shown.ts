/** The requirements a test names, what it shows of them, and how. */
export type Shown = readonly [ids: string, sentence: string, show: () => void]
