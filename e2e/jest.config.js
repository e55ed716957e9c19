const transform = {
  '\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
  ],
};

/** Stories through a real browser, against the built server and the built h5: `npm test -- --only browser` builds both first. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      rootDir: __dirname,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['**/*.browser-spec.ts'],
      transform,
      moduleNameMapper: { '^@guihu/shared$': '<rootDir>/../shared/src/index.ts' },
    },
  ],
};
