import type { IPluginContext } from '@tarojs/service'

/**
 * Pages follow each other without a slide in a browser. The framework hides the page below when a
 * slide has ended, and does so as well when somebody went back in the meantime: the page they see
 * would stay blank.
 */
export default (ctx: IPluginContext) => {
  ctx.modifyAppConfig(({ appConfig }) => {
    if (process.env.TARO_ENV === 'h5') appConfig.animation = false
  })
}
