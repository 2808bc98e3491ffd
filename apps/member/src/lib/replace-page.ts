import Taro from '@tarojs/taro'

/**
 * Opens another page in the place of this one, or of this one and all below it, after what this one
 * drew last has reached the screen: a page that is gone is sent nothing more. The answer calls it
 * off, as an effect does when its page was left meanwhile.
 */
export function replacePage(url: string, of: 'this' | 'all' = 'this'): () => void {
  let wanted = true
  Taro.nextTick(() => {
    if (!wanted) return
    if (of === 'all') void Taro.reLaunch({ url })
    else void Taro.redirectTo({ url })
  })
  return () => {
    wanted = false
  }
}
