import jsQR from 'jsqr'
import type { Phone } from './phone.ts'

/** The package is CommonJS with a default export inside, which its types do not say. */
const decode = (jsQR as unknown as { default: typeof jsQR }).default

/** Reads the QR code a phone shows, from the picture itself, as a scanner does. */
export async function readQr(phone: Phone, id: string): Promise<string> {
  const picture = phone.page.locator(`#${id} img`).filter({ visible: true }).first()
  const pixels = await picture.evaluate(async (element) => {
    const image = element as HTMLImageElement
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    if (!context) throw new Error('The browser has no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return { data: [...data], width: canvas.width, height: canvas.height }
  })
  const read = decode(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)
  if (!read) throw new Error(`#${id} is no QR code that can be read`)
  return read.data
}
