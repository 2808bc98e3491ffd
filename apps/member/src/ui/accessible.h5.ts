import type { Accessible } from './accessible'

/** In a browser what can be tapped can be reached and pressed with the keyboard too. */
export function accessible({ role, label, checked, disabled, hidden, live, onTap }: Accessible) {
  return {
    role,
    'aria-label': label,
    'aria-checked': checked === undefined ? undefined : String(checked),
    'aria-disabled': disabled ? 'true' : undefined,
    'aria-hidden': hidden ? 'true' : undefined,
    'aria-live': live ? 'polite' : undefined,
    tabIndex: onTap ? 0 : undefined,
    onKeyDown: onTap
      ? (event: { key: string; preventDefault(): void }) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          onTap()
        }
      : undefined,
  }
}
