const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^@guihu/shared$': '<rootDir>/../shared/src/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      JSON.parse(
        require('node:fs')
          .readFileSync(`${__dirname}/.swcrc`, 'utf8')
          .replace(/"\$schema".*\n/, ''),
      ),
    ],
  },
};

/** Two tiers: pure rules beside their code, and everything that needs a database under test/. */
module.exports = async () => {
  const { ensureMetadataIsGenerated } = await import('../scripts/generate-metadata.mjs');
  await ensureMetadataIsGenerated();
  return config;
};

const config = {
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', roots: ['<rootDir>/src', '<rootDir>/../shared/src'], testMatch: ['**/*.spec.ts'] },
    {
      ...base,
      displayName: 'integration',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.spec.ts', '**/*.story-spec.ts'],
    },
  ],
};
