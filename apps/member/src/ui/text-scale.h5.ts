const USUAL_ROOT_PX = 16

/** How much larger than usual the reader wants text: the browser's own font size setting. */
export function textScale(): number {
  const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Math.min(2, Math.max(1, rootPx / USUAL_ROOT_PX))
}
