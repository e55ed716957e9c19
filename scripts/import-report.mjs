// Imports one table as the sales manager would, and prints what became of its rows:
//   node scripts/import-report.mjs path/to/table.csv [http://localhost:3000]
// Without an address it starts a server of its own on a temporary database, which is gone afterwards. Either way the server
// must run beside the simulator, through which the manager signs in.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './processes.mjs';

const PATIENCE_SECONDS = 300;
const [file, address] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/import-report.mjs path/to/table.csv [baseUrl]');
  process.exit(2);
}

const secondsSince = (startedAt) => (performance.now() - startedAt) / 1000;
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startOwnServer() {
  await build(['server']);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'guihu-import-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(process.execPath, ['server/dist/main.js'], {
    cwd: ROOT,
    env: { ...environment, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    if (
      await fetch(`${url}/api/health/ready`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { url, stop };
    await rest(100);
  }
  await stop();
  throw new Error('the server did not come up; its words are above');
}

async function ask(url, init) {
  const response = await fetch(url, init);
  const body = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${body.code ?? ''} ${body.detail ?? body.title ?? ''}`);
  return body;
}

async function signIn(url) {
  const { code } = await ask(`${url}/wechat/__sim/personas/manager/login-code`, { method: 'POST' });
  const headers = { 'content-type': 'application/json' };
  const { token } = await ask(`${url}/api/sessions`, { method: 'POST', headers, body: JSON.stringify({ code }) });
  return { authorization: `Bearer ${token}` };
}

async function importTable(url, headers) {
  const form = new FormData();
  form.set('file', new Blob([await readFile(file)]), path.basename(file));
  const startedAt = performance.now();
  const { id } = await ask(`${url}/api/staff/lead-imports`, { method: 'POST', headers, body: form });
  const readSeconds = secondsSince(startedAt);
  while (secondsSince(startedAt) < PATIENCE_SECONDS) {
    const view = await ask(`${url}/api/staff/lead-imports/${id}`, { headers });
    if (view.status !== 'running') return { view, readSeconds, seconds: secondsSince(startedAt) };
    await rest(200);
  }
  throw new Error(`the import was not done after ${PATIENCE_SECONDS} s`);
}

/** Reasons of refused rows, the commonest first. Reasons hold neither line breaks nor quotes of CSV in them. */
function reasonsIn(report) {
  const counts = new Map();
  for (const line of report.split('\r\n').slice(1)) {
    const [, result, reason] = line.split(',');
    if (result === '拒绝') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, rows]) => ({ reason, rows }));
}

async function main() {
  const server = address ? { url: address.replace(/\/$/, ''), stop: async () => {} } : await startOwnServer();
  try {
    const headers = await signIn(server.url);
    const { view, readSeconds, seconds } = await importTable(server.url, headers);
    const report = await (await fetch(`${server.url}${view.reportUrl}`, { headers })).text();
    const { fileName, status, total, created, joined, rejected } = view;
    console.log(`${fileName}: ${status}${view.error ? ` (${view.error})` : ''}`);
    console.table([{ rows: total, created, joined, rejected }]);
    const reasons = reasonsIn(report);
    if (reasons.length > 0) console.table(reasons);
    console.log(`read through and accepted in ${readSeconds.toFixed(1)} s, all rows taken after ${seconds.toFixed(1)} s`);
    return status === 'done' && created + joined + rejected === total ? 0 : 1;
  } finally {
    await server.stop();
  }
}

process.exit(
  await main().catch((error) => {
    console.error(error.message);
    return 1;
  }),
);
