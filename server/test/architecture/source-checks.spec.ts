import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const CHECKS = path.resolve(__dirname, '../../../scripts/checks');

/** What one check of the gate says about a tree that holds only these files. */
function complaints(check: string, exported: string, tree: Record<string, string>): string[] {
  const root = mkdtempSync(path.join(os.tmpdir(), 'guihu-checks-'));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const program = `import { ${exported} as check } from '${pathToFileURL(path.join(CHECKS, check)).href}';
      console.log(JSON.stringify(check(${JSON.stringify({ root, files: Object.keys(tree) })})));`;
    return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program]).toString());
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the gate refuses', () => {
  it.each([
    'server/src/modules/journeys/lead/lead.manager.ts',
    'server/src/modules/journeys/lead/LeadIntake.service.ts',
    'server/src/modules/journeys/lead/helpers/phones.ts',
    'server/src/platform/lib/phones.ts',
    'server/src/modules/journeys/lead/routing/index.ts',
    'server/src/migrations/1764000000001-leads.ts',
    'miniapp/src/Pages/home/index.tsx',
  ])('the name %s', (file) => {
    expect(complaints('names.mjs', 'checkNames', { [file]: '' })).toEqual([expect.stringContaining(file)]);
  });

  it.each(['const now = new Date();', 'const now = Date.now();', 'const port = process.env.PORT;', 'sort(Date.now)'])(
    'the line %s in a module',
    (line) => {
      const file = 'server/src/modules/journeys/lead/lead.service.ts';
      const tree = { [file]: `import x from 'x';\n${line}\n` };
      expect(complaints('clock-and-settings.mjs', 'checkClockAndSettings', tree)).toEqual([expect.stringContaining(`${file}:2`)]);
    },
  );

  // Put together here, so that the gate does not find them in this file.
  it.each([
    ['a private key', `-----BEGIN ${'RSA PRIVATE'} KEY-----`],
    ['a token of a code host', `gh${'p_'}${'a1B2c3D4'.repeat(5)}`],
    ['a password in an address', `mysql://guihu:${'S3cret'}Word@db.internal/guihu`],
    ['an app secret', `appsecret = '${'0123456789abcdef'.repeat(2)}'`],
    ['a random value', `const sessionSecret = '${'q8Zr2Lk9'}${'Vb7Xn4Tw'}${'Ys1Hd6Pf'}';`],
  ])('%s, without printing it', (_what, line) => {
    const [said, ...more] = complaints('secrets.mjs', 'checkSecrets', { 'docs/notes.md': `# Notes\n${line}\n` });
    expect(said).toMatch(/^docs\/notes\.md:2: looks like /);
    expect(said).not.toContain(line);
    expect(more.length).toBeLessThanOrEqual(1);
  });
});

describe('the gate accepts', () => {
  it('names of the vocabulary', () => {
    const tree = Object.fromEntries(
      [
        'server/src/modules/journeys/lead/index.ts',
        'server/src/modules/journeys/lead/routing/routing.policy.property.spec.ts',
        'server/src/migrations/1764000000001-create-leads.ts',
        'miniapp/src/pages/home/_lib/project-words.ts',
        'miniapp/src/pages/home/index.config.ts',
        'server/jest.config.js',
      ].map((file) => [file, '']),
    );
    expect(complaints('names.mjs', 'checkNames', tree)).toEqual([]);
  });

  it('instants that are arguments, the places that own time and settings, and comments', () => {
    const tree = {
      'server/src/modules/journeys/lead/lead.service.ts': '// Date.now() would not do\nconst day = new Date(now);\n',
      'server/src/platform/clock/clock.ts': 'export const now = () => Date.now();\n',
      'server/src/config/config.ts': 'export const port = process.env.PORT;\n',
    };
    expect(complaints('clock-and-settings.mjs', 'checkClockAndSettings', tree)).toEqual([]);
  });

  it('examples of settings', () => {
    const tree = { 'README.md': 'DATABASE_URL=mysql://user:password@host:3306/guihu\nmariadb://root@127.0.0.1:3306/guihu\n' };
    expect(complaints('secrets.mjs', 'checkSecrets', tree)).toEqual([]);
  });
});
