const EMPTY_LINK = 'a[href^="javascript:"]'

/**
 * The framework draws its tabs as links to an empty script. A page that forbids inline scripts
 * reports each tap on one, so the link is stopped; the tab still switches by its own listener.
 */
export function tameTabLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest(EMPTY_LINK)) event.preventDefault()
  })
}
