import type { Accessible } from './accessible'
import { present } from './present'

/** Every page has one title; all other headings are below it. */
const HEADING_LEVEL = 2

/** In a browser what can be tapped can be reached and pressed with the keyboard too. */
export function accessible(said: Accessible) {
  const { id, role, label, checked, disabled, hidden, live, onTap } = said
  return present({
    id,
    role,
    'aria-level': role === 'heading' ? HEADING_LEVEL : undefined,
    'aria-label': label,
    'aria-checked': checked === undefined ? undefined : String(checked),
    'aria-disabled': disabled ? 'true' : undefined,
    'aria-hidden': hidden ? 'true' : undefined,
    'aria-live': live ? 'polite' : undefined,
    tabIndex: onTap ? 0 : undefined,
    onKeyDown: onTap && pressedWith(onTap),
  })
}

function pressedWith(onTap: () => void) {
  return (event: { key: string; preventDefault(): void }) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onTap()
  }
}

/** What an input is called: its inner element is what a browser reads out. */
export const inputLabel = (label: string) => ({ nativeProps: { 'aria-label': label } })
