/** True for what the app's templates made; the insides of built-in components are the host's. */
const isNode = (element: Element): boolean =>
  element.tagName.startsWith('WX-') || element.tagName === 'PAGE' || element.tagName === 'COMP'

/** Counts a page's nodes, its depth and its widest level, as the platform's audit does. */
export function measure(root: Element): { nodes: number; depth: number; children: number } {
  const total = { nodes: 0, depth: 0, children: 0 }
  const visit = (element: Element, depth: number) => {
    const own = isNode(element) ? 1 : 0
    total.nodes += own
    total.depth = Math.max(total.depth, depth + own)
    total.children = Math.max(total.children, [...element.children].filter(isNode).length)
    for (const child of element.children) visit(child, depth + own)
  }
  visit(root, 0)
  return total
}
