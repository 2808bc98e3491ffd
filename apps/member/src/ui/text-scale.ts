/** Alipay does not tell how large its reader wants text. */
export function textScale(): number {
  return 1
}
