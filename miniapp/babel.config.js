const kit = '@nutui/nutui-react-taro';

// Each NutUI component is imported from its own folder together with its own style sheet: the whole kit would not fit the package limit.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false }]],
  plugins: [
    [
      'import',
      {
        libraryName: kit,
        camel2DashComponentName: false,
        customName: (name) => `${kit}/dist/es/packages/${name.toLowerCase()}`,
        customStyleName: (name) => `${kit}/dist/es/packages/${name.toLowerCase()}/style/css`,
      },
      'nutui-react',
    ],
  ],
};
