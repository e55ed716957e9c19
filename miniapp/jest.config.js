const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    },
  ],
};

/** Two tiers: rules and clients beside their code, and the built mini-program driven as WeChat would. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      rootDir: __dirname,
      displayName: 'unit',
      testEnvironment: 'node',
      roots: ['<rootDir>/src'],
      testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
      globals: { GUIHU_API_BASE: 'http://api.test' },
      transform,
      moduleNameMapper: {
        '^@guihu/shared$': '<rootDir>/../shared/src/index.ts',
        '^@/(.*)$': '<rootDir>/src/$1',
        '\\.scss$': '<rootDir>/test/style.stub.js',
      },
    },
    {
      rootDir: __dirname,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.weapp-spec.ts'],
      transform: { '\\.ts$': transform['^.+\\.[jt]sx?$'] },
      moduleNameMapper: { '^@guihu/shared$': '<rootDir>/../shared/src/index.ts' },
    },
  ],
};
