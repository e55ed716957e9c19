import { writeFileSync } from 'node:fs';
import { checkAudit } from './checks/audit.mjs';
import { checkClockAndSettings } from './checks/clock-and-settings.mjs';
import { checkLockFile } from './checks/lock-file.mjs';
import { checkNames } from './checks/names.mjs';
import { checkSecrets } from './checks/secrets.mjs';
import { ensureMetadataExists } from './generate-metadata.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode, seconds } from './processes.mjs';

const AT_ONCE = 2;

/** A program that says what is wrong by its exit code. */
const program =
  (file, ...args) =>
  async () => {
    const { code, output } = await runNode(`node_modules/${file}`, args);
    return { problems: code === 0 ? [] : [output.trimEnd() || `ended with ${code}`] };
  };

/** The compiler is called by path: another package may own the name `tsc`. */
const types = (workspace) => program('typescript/bin/tsc', '-p', workspace, '--noEmit', '--pretty', 'false');

const own = (check) => async () => ({ problems: check() });

const CHECKS = [
  ['format and lint', program('@biomejs/biome/bin/biome', 'check', '--colors=off', '--max-diagnostics=100', '.')],
  ['promises and correctness', program('oxlint/bin/oxlint', '--type-aware', '--format=unix')],
  ['types of server', types('server')],
  ['types of miniapp', types('miniapp')],
  ['types of shared', types('shared')],
  ['types of e2e', types('e2e')],
  [
    'floors',
    program(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'server/src',
      'server/test',
      'shared/src',
      'miniapp/src',
    ),
  ],
  ['names', own(checkNames)],
  ['clock and settings', own(checkClockAndSettings)],
  ['secrets', own(checkSecrets)],
  ['lock file', own(checkLockFile)],
  ['audit', checkAudit],
];

async function settle(name, check) {
  const startedAt = performance.now();
  let result;
  try {
    result = await check();
  } catch (error) {
    result = { problems: [error.stack] };
  }
  const passed = result.problems.length === 0;
  const note = result.note ? `  (${result.note})` : '';
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name.padEnd(25)} ${seconds(startedAt)}${note}`);
  if (!passed) console.log(result.problems.map((problem) => `${problem.replace(/^/gm, '     ')}`).join('\n'));
  return passed;
}

await ensureInstalled();
ensureMetadataExists();

const waiting = [...CHECKS];
const outcomes = [];
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await settle(...next));
};
await Promise.all(Array.from({ length: AT_ONCE }, lane));

const passed = outcomes.filter(Boolean).length;
const failed = outcomes.length - passed;
const report = process.argv.find((option) => option.startsWith('--report='))?.slice('--report='.length);
if (report) writeFileSync(report, JSON.stringify({ passed, failed, skipped: 0 }));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
