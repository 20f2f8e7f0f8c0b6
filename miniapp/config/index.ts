import path from 'node:path';
import type { UserConfigExport } from '@tarojs/cli';
import { defineConfig } from '@tarojs/cli';

const sharedSource = path.resolve(__dirname, '../../shared');
// What is listed here runs through Babel; all other code of node_modules is emitted as published.
const modernDependencies = (file: string) =>
  /node_modules[\\/](zustand|gcoord|qrcode-generator)[\\/]/.test(file);
const compile = { include: [sharedSource, modernDependencies] };
const cssModules = {
  enable: true,
  config: {
    namingPattern: 'module' as const,
    generateScopedName: '[name]__[local]___[hash:base64:5]',
  },
};

/** React once, code of several pages once; Taro's default copies shared components into each page. */
const splitChunks = {
  chunks: 'all',
  minSize: 8_000,
  hidePathInfo: true,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    react: {
      test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
      name: 'react',
      priority: 30,
    },
    shared: { minChunks: 2, chunks: 'async', priority: 5, reuseExistingChunk: true },
  },
} as const;

export default defineConfig<'webpack5'>((merge) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'volunteer-cloud',
    designWidth: 750,
    deviceRatio: { 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'plugins/aria.js')],
    // Where the API is. Empty: the origin that served the page (H5).
    defineConstants: {
      API: JSON.stringify(process.env.TARO_APP_API ?? ''),
      // What verifies certificates at the first start without network: `<key id>:<base64url>`, comma-separated.
      CERTIFICATE_KEYS: JSON.stringify(process.env.CERTIFICATE_KEYS ?? ''),
    },
    // Tab icons that theme.json names are seen by WeChat only, not by Taro.
    copy: {
      patterns:
        process.env.TARO_ENV === 'weapp'
          ? [{ from: 'src/assets/tabs', to: 'dist/weapp/assets/tabs' }]
          : [],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: process.env.TARO_CACHE === '1' },
    // Taro's default on H5, quote_keys: true, breaks classes with #private fields.
    terser: { enable: true, config: { output: { quote_keys: false, comments: false } } },
    mini: {
      optimizeMainPackage: { enable: true },
      compile,
      // Every class name is its module's own, so the order of the modules changes nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: {
      compile,
      useHtmlComponents: true,
      publicPath: '/',
      staticDirectory: 'static',
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[chunkhash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[chunkhash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // A point stays a point: text does not grow with a wide window, the column stays centred.
        pxtransform: {
          enable: true,
          config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 },
        },
        cssModules,
      },
      router: { mode: 'hash' },
      webpackChain(chain) {
        chain.optimization.splitChunks(splitChunks);
        // The weight is a test's affair.
        chain.performance.hints(false);
      },
    },
  };
  return merge({}, base);
});
