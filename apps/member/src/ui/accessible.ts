import { present } from './present'

export interface Accessible {
  id?: string
  role?:
    | 'alert'
    | 'banner'
    | 'button'
    | 'checkbox'
    | 'dialog'
    | 'heading'
    | 'img'
    | 'link'
    | 'main'
    | 'progressbar'
    | 'status'
    | 'switch'
  label?: string
  checked?: boolean
  disabled?: boolean
  /** True for what only decorates. */
  hidden?: boolean
  /** True when a change of the content is to be read out. */
  live?: boolean
  onTap?: () => void
}

/** What an element is called and says to a screen reader, as this platform wants it said. */
export function accessible({ id, role, label, checked, disabled, hidden, live }: Accessible) {
  return present({
    id,
    role,
    'aria-label': label,
    'aria-checked': checked,
    'aria-disabled': disabled || undefined,
    'aria-hidden': hidden,
    'aria-live': live ? 'polite' : undefined,
  })
}

/** What an input is called. */
export const inputLabel = (label: string) => accessible({ label })
