export interface Accessible {
  role?:
    | 'button'
    | 'checkbox'
    | 'switch'
    | 'link'
    | 'img'
    | 'progressbar'
    | 'dialog'
    | 'heading'
    | 'alert'
    | 'status'
  label?: string
  checked?: boolean
  disabled?: boolean
  /** True for what only decorates. */
  hidden?: boolean
  /** True when a change of the content is to be read out. */
  live?: boolean
  onTap?: () => void
}

/** What an element says to a screen reader, as this platform wants it said. */
export function accessible({ role, label, checked, disabled, hidden, live }: Accessible) {
  return {
    role,
    'aria-label': label,
    'aria-checked': checked,
    'aria-disabled': disabled || undefined,
    'aria-hidden': hidden,
    'aria-live': live ? 'polite' : undefined,
  }
}
