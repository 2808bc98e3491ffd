import { pictureUrl } from '../host/elements.ts'

/** The part of a canvas that the platform's 2d canvas node has. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
  createImage(): HTMLImageElement
  requestAnimationFrame(step: FrameRequestCallback): number
  cancelAnimationFrame(id: number): void
}

const nodes = new WeakMap<HTMLCanvasElement, CanvasNode>()

/** Wraps a canvas element; the same element always gives the same node. */
export function onCanvas(canvas: HTMLCanvasElement): CanvasNode {
  const known = nodes.get(canvas)
  if (known) return known
  const node: CanvasNode = {
    get width() {
      return canvas.width
    },
    set width(value) {
      canvas.width = value
    },
    get height() {
      return canvas.height
    },
    set height(value) {
      canvas.height = value
    },
    getContext: (kind) => canvas.getContext(kind),
    createImage: () => {
      const image = new Image()
      const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
      Object.defineProperty(image, 'src', {
        get: () => source?.get?.call(image),
        set: (value: string) => source?.set?.call(image, pictureUrl(value)),
      })
      return image
    },
    requestAnimationFrame: (step) => window.requestAnimationFrame(step),
    cancelAnimationFrame: (id) => window.cancelAnimationFrame(id),
  }
  nodes.set(canvas, node)
  return node
}
