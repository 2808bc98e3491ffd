import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
// What both sides of the API share is TypeScript too, and lives outside this app's sources.
const shared = path.resolve(root, '../../shared')
// Ships private members (#name), which phones of 2020 cannot read.
const isQueryCache = (file: string) => /[\\/]node_modules[\\/]@tanstack[\\/]/.test(file)
const compile = { include: [shared, isQueryCache] }
const platform = process.env.TARO_ENV

// A browser talks to the server it came from; a mini-program has to be told where that is.
const api = platform === 'h5' ? '' : (process.env.EVERGREEN_API ?? 'http://127.0.0.1:8787')

// Real pixels: text keeps its size on a narrow phone, and the page needs no inline script.
// The plugin knows the unit; its types leave it out.
const px = 'px' as 'rem'

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'evergreen-member',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    plugins: ['aria', 'no-slides'].map((name) => path.join(root, `config/${name}-plugin.ts`)),
    defineConstants: { EVERGREEN_API: JSON.stringify(api) },
    copy: {
      patterns:
        platform === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    alias: { '@': path.join(root, 'src') },
    logger: { quiet: true, stats: false },
    // The framework's defaults keep function names and quote every key, which a browser pays for.
    terser: {
      enable: true,
      config: { keep_fnames: false, output: { keep_quoted_props: false, quote_keys: false } },
    },
    mini: {
      compile,
      // Styles are written so that their order does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
      optimizeMainPackage: { enable: true },
      webpackChain(chain, webpack) {
        // A missing export has to fail the build; by default it is only a warning.
        chain.module.set('strictExportPresence', true)
        // The mini-program engine has no AbortController, and without one every query of
        // react-query stays pending for ever, silently.
        chain.plugin('provideAbortController').use(webpack.ProvidePlugin, [
          {
            AbortController: [path.join(root, 'polyfills/abort-controller.js'), 'AbortController'],
          },
        ])
      },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      devServer: {
        open: false,
        host: '127.0.0.1',
        proxy: [{ context: ['/graphql'], target: 'http://127.0.0.1:8787' }],
      },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      webpackChain(chain) {
        chain.module.set('strictExportPresence', true)
        // Without this every page carries its own copy of the same 28 KB.
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 8000,
          cacheGroups: {
            vendor: {
              name: 'vendor',
              minChunks: 2,
              test: /[\\/]node_modules[\\/]/,
              priority: 10,
            },
          },
        })
        chain.performance.hints(false)
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { targetUnit: px } },
      },
    },
  }
  return config
})
