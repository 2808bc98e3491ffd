import 'react'

declare module 'react' {
  interface CSSProperties {
    /** How much larger than usual text is. */
    '--text-scale'?: number
  }
}
