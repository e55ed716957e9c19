import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, runNode, runNpm } from './processes.mjs';
import { mysqlDatabaseForThisRun } from './test-databases.mjs';

/**
 * What a leg answers: counts, or the reason why it could not run at all.
 * @typedef {{passed: number, failed: number, skipped: number} | {notRun: string}} Outcome
 */

const LEG_TIMEOUT_SECONDS = 40 * 60;
const WORKERS = 2;
/** Each spec file loads the whole application anew: most of it dies young. */
const ROOMY_NURSERY = '--max-semi-space-size=64';
const REPORTS = path.join(ROOT, 'test-output/reports');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** They read source files or keep files, or end before any table is met: one database is enough for them. */
const NO_TABLES = [
  '/test/architecture/',
  '/test/uploads/',
  '/test/docs/(openapi|answer-schemas)\\.spec',
  '/test/security/(sentences|limits|bad-requests|uploads)\\.spec',
];
/** About crowds of work: played on the database that crowds of people work with. */
const AT_SCALE = ['/test/stories/work-order/replay', '/test/stories/lead/import-at-scale'];

const counts = (passed, failed, skipped = 0) => ({ passed, failed, skipped });

export const sum = (outcomes) =>
  outcomes.reduce((all, one) => counts(all.passed + one.passed, all.failed + one.failed, all.skipped + one.skipped), counts(0, 0));

/** A report file that this run wrote, or nothing: an old one must not speak for a run that broke down. */
function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, `${name}.json`);
  rmSync(file, { force: true });
  return { file, read: () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null) };
}

/** Runs one Jest project and counts its tests; a file that could not be loaded counts as one failure. */
async function jest(workspace, project, { env, without = [] } = {}) {
  if (!existsSync(path.join(ROOT, workspace, 'jest.config.js'))) {
    console.log(`${workspace}/jest.config.js is missing.`);
    return counts(0, 1);
  }
  const report = freshReport(`${workspace}-${project}`);
  const args = [
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${report.file}`,
    `--maxWorkers=${WORKERS}`,
    '--testLocationInResults=false',
    ...without.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ];
  const { code, timedOut } = await runNode('node_modules/jest/bin/jest.js', args, {
    cwd: path.join(ROOT, workspace),
    env: { NODE_ENV: 'test', FORCE_COLOR: undefined, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${ROOMY_NURSERY}`, ...env },
    show: true,
    timeoutSeconds: LEG_TIMEOUT_SECONDS,
  });
  const result = report.read();
  if (timedOut) console.log(`${workspace} ${project}: stopped after ${LEG_TIMEOUT_SECONDS} s.`);
  if (!result) return counts(0, 1);
  const tally = counts(
    result.numPassedTests,
    result.numFailedTests + result.numRuntimeErrorTestSuites,
    result.numPendingTests + result.numTodoTests,
  );
  // An open handle, a failing teardown or no test at all ends Jest badly without a failed test.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function staticChecks() {
  const report = freshReport('static');
  await runNode('scripts/check.mjs', [`--report=${report.file}`], { show: true });
  return report.read() ?? counts(0, 1);
}

async function integrationOnSqlite() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-test-'));
  try {
    return await jest('server', 'integration', { env: { DATABASE_URL: `sqlite:${path.join(folder, 'test.sqlite')}` }, without: AT_SCALE });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function integrationOnMysql() {
  const database = await mysqlDatabaseForThisRun();
  if ('reason' in database) return { notRun: database.reason };
  try {
    return await jest('server', 'integration', { env: { DATABASE_URL: database.url }, without: NO_TABLES });
  } finally {
    await database.drop();
  }
}

async function weapp() {
  const sizes = await runNpm(['run', '--silent', 'sizes', '-w', 'miniapp'], { show: true });
  return sum([counts(...(sizes.code === 0 ? [1, 0] : [0, 1])), await jest('miniapp', 'weapp')]);
}

async function browser() {
  const chromium = [process.env.CHROMIUM_PATH, ...BROWSERS].find((file) => file && existsSync(file));
  if (!chromium) return { notRun: 'no Chromium found; install it, or name it in CHROMIUM_PATH' };
  return jest('e2e', 'browser', { env: { CHROMIUM_PATH: chromium } });
}

/** In the order of cost; `needs` are parts of the build. */
export const LEGS = [
  { name: 'static', needs: [], run: staticChecks },
  { name: 'unit', needs: [], run: async () => sum([await jest('server', 'unit'), await jest('miniapp', 'unit')]) },
  { name: 'integration-sqlite', needs: ['server'], run: integrationOnSqlite },
  { name: 'integration-mysql', needs: ['server'], run: integrationOnMysql },
  { name: 'weapp', needs: ['weapp'], run: weapp },
  { name: 'browser', needs: ['server', 'h5'], run: browser },
];
