import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import attributes from './aria-attributes'

/** Lets a View carry aria attributes in WeChat; H5 and Alipay pass them by themselves. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (platform.platform !== 'weapp' || !platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath]
        .flat()
        .concat(path.join(__dirname, 'aria-runtime.js'))
    },
  })
}
