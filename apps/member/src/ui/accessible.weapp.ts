import type { Accessible } from './accessible'

/** WeChat calls the role aria-role. */
export function accessible({ role, label, checked, disabled, hidden, live }: Accessible) {
  return {
    'aria-role': role,
    'aria-label': label,
    'aria-checked': checked,
    'aria-disabled': disabled || undefined,
    'aria-hidden': hidden,
    'aria-live': live ? 'polite' : undefined,
  }
}
