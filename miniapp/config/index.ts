import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin';

const shared = path.resolve(__dirname, '../../shared/src');

/** A fixed root size: one `px` written in a stylesheet is one CSS pixel on h5 and two rpx at 375 wide in WeChat. */
const ROOT_SIZE = 20;

export default defineConfig<'webpack5'>(async () => {
  process.env.BROWSERSLIST_ENV = process.env.NODE_ENV;
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'guihu',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: ['@tarojs/plugin-html'],
    defineConstants: {
      GUIHU_API_BASE: JSON.stringify(process.env.GUIHU_API_BASE ?? 'http://localhost:3000'),
    },
    copy: { patterns: [], options: {} },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    jsMinimizer: process.env.TARO_ENV === 'h5' ? 'esbuild' : 'terser',
    esbuild: { minify: { enable: true, config: { target: 'es2018' } } },
    mini: {
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
      compile: { include: [shared] },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin);
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[chunkhash:8].css',
      },
      compile: { include: [shared] },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { baseFontSize: ROOT_SIZE, minRootSize: ROOT_SIZE, maxRootSize: ROOT_SIZE } },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin);
      },
    },
  };
  return config;
});
