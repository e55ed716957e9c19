import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canaries, legalTree } from './canaries';

const ROOT = path.resolve(__dirname, '../../..');
const RULES = path.join(ROOT, '.dependency-cruiser.cjs');
// Inside the repository, so that packages resolve as they do for the real tree.
const TREE = path.join(ROOT, 'server/test-output', `canaries-${process.pid}`);

interface Violation {
  from: string;
  rule: { name: string };
  cycle?: { name: string }[];
}

/** `'node:fs'`, `'type @guihu/shared'` or a path from the root of the tree. */
function importLine(file: string, target: string, index: number): string {
  const [type, specifier] = target.startsWith('type ') ? ['type ', target.slice(5)] : ['', target];
  if (!/^(server|shared|miniapp)\//.test(specifier)) return `import ${type}* as i${index} from '${specifier}';`;
  const relative = path.relative(path.dirname(file), specifier).replace(/(\/index)?\.tsx?$/, '');
  return `import ${type}* as i${index} from '${relative.startsWith('.') ? relative : `./${relative}`}';`;
}

async function plant(file: string, imports: string[]): Promise<void> {
  const names = imports.map((_, index) => `i${index}`).join(', ');
  const text = [...imports.map((target, index) => importLine(file, target, index)), `export const used = [${names}];`, ''].join('\n');
  await mkdir(path.dirname(path.join(TREE, file)), { recursive: true });
  await writeFile(path.join(TREE, file), text);
}

async function cruise(): Promise<Violation[]> {
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', RULES, '--output-type', 'json', 'server', 'shared', 'miniapp'];
  const output = await new Promise<string>((resolve, reject) => {
    // The exit code is the number of violations; only missing output is a failure here.
    execFile(process.execPath, args, { cwd: TREE, maxBuffer: 64 << 20 }, (_error, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    );
  });
  return JSON.parse(output).summary.violations;
}

/** Which rules speak about this file, in any order. */
function rulesAgainst(violations: Violation[], files: string[]): string[] {
  const names = violations.filter((violation) => files.includes(violation.from)).map((violation) => violation.rule.name);
  return [...new Set(names)].sort();
}

describe('the floors', () => {
  const ruleNames: string[] = require(RULES).forbidden.map((rule: { name: string }) => rule.name);
  let violations: Violation[];

  beforeAll(async () => {
    await rm(TREE, { recursive: true, force: true });
    for (const [file, imports] of Object.entries(legalTree)) await plant(file, imports);
    for (const canary of canaries) {
      if (/\.tsx?$/.test(canary.file)) await plant(canary.file, canary.imports);
      for (const [file, imports] of Object.entries(canary.beside ?? {})) await plant(file, imports);
    }
    const dependencies = Object.fromEntries(
      ['@nestjs/common', '@tarojs/components', '@tarojs/taro', 'fastify', 'rxjs', 'typeorm'].map((name) => [name, '*']),
    );
    await writeFile(
      path.join(TREE, 'package.json'),
      JSON.stringify({ name: 'tree', dependencies, devDependencies: { 'fast-check': '*' } }),
    );
    const paths = { baseUrl: '../../..', paths: { '@/*': ['miniapp/src/*'], '@guihu/shared': ['shared/src/index.ts'] } };
    await mkdir(path.join(TREE, 'server/test/architecture'), { recursive: true });
    await writeFile(
      path.join(TREE, 'server/test/architecture/paths.tsconfig.json'),
      JSON.stringify({ compilerOptions: paths, files: ['../../../shared/src/index.ts'] }),
    );
    violations = await cruise();
  });

  afterAll(() => rm(TREE, { recursive: true, force: true }));

  it.each(canaries.map((canary) => ({ ...canary, name: `${canary.breaks[0]}: ${canary.file}` })))('catch $name', ({ breaks, file }) => {
    expect(rulesAgainst(violations, [file])).toEqual([...breaks].sort());
  });

  it('have a canary for each rule', () => {
    const caught = new Set(canaries.flatMap((canary) => canary.breaks));
    expect(ruleNames.filter((name) => !caught.has(name))).toEqual([]);
    expect([...caught].filter((name) => !ruleNames.includes(name))).toEqual([]);
  });

  it('forbid nothing in a legal house', () => {
    const legal = Object.keys(legalTree);
    expect(violations.filter((violation) => legal.includes(violation.from)).map((v) => `${v.rule.name}: ${v.from}`)).toEqual([]);
  });

  it('are errors, all of them', () => {
    const rules: { name: string; severity: string }[] = require(RULES).forbidden;
    expect(rules.filter((rule) => rule.severity !== 'error')).toEqual([]);
    expect(new Set(ruleNames).size).toBe(ruleNames.length);
  });
});
