import type { Accessible } from './accessible'
import { present } from './present'

/** WeChat calls the role aria-role, and knows no landmarks: a page of it is one already. */
export function accessible({ id, role, label, checked, disabled, hidden, live }: Accessible) {
  return present({
    id,
    'aria-role': role === 'main' || role === 'banner' ? undefined : role,
    'aria-label': label,
    'aria-checked': checked,
    'aria-disabled': disabled || undefined,
    'aria-hidden': hidden,
    'aria-live': live ? 'polite' : undefined,
  })
}

/** What an input is called. */
export const inputLabel = (label: string) => accessible({ label })
