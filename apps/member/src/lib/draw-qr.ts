import qrcode from 'qrcode-generator'

/** Pixels per module. The picture is scaled up without smoothing, so few are enough. */
const MODULE_PX = 2
/** Readers need four empty modules around the symbol; they are part of the picture. */
const QUIET_MODULES = 4

/**
 * A text as a QR code: a GIF data URI, black on white in light and dark. Error level L, since a
 * lit screen is not torn or stained, and larger modules are read faster from a distance. About
 * 1.3 KB for a text of 130 characters, so it travels in one small setData.
 */
export function drawQr(text: string): string {
  const code = qrcode(0, 'L')
  code.addData(text)
  code.make()
  return code.createDataURL(MODULE_PX, MODULE_PX * QUIET_MODULES)
}
