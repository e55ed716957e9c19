import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';
import { freePort, startProcess } from './processes.mjs';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const FOUND_PROJECT = fileURLToPath(new URL('../dist/found-project.js', import.meta.url));
const STAND_ALONE = fileURLToPath(new URL('../dist/integrations/wechat/simulator/stand-alone.js', import.meta.url));

/** A database of its own on the given server; dropped at the end. */
export async function freshDatabase(serverUrl) {
  const url = new URL(serverUrl);
  const name = `guihu_bench_${process.pid}_${Math.random().toString(36).slice(2, 7)}`;
  const connection = await mysql.createConnection({
    host: url.hostname,
    port: Number(url.port || 3306),
    user: url.username,
    password: url.password,
  });
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.changeUser({ database: name });
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    uri: url.toString().replace(/^mariadb:/, 'mysql:'),
    query: async (sql, values) => (await connection.query(sql, values))[0],
    drop: async () => {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}

/** WeChat in a process of its own, as in life: what it costs is not the application's. */
async function startWechat(port) {
  const callbacks = ['official-account', 'mini-program'].map((app) => `http://127.0.0.1:${port}/api/wechat/${app}`);
  const running = await startProcess([STAND_ALONE, '0', ...callbacks], {}, (output) => /"baseUrl":"([^"]+)"/.exec(output)?.[1]);
  return { base: running.answer, stop: running.stop };
}

const require = createRequire(import.meta.url);

async function found(projectFile, environment) {
  const file = path.join(environment.DATA_DIR, 'project.json');
  writeFileSync(file, JSON.stringify(projectFile));
  const founding = await startProcess([FOUND_PROJECT, file], { NODE_ENV: '', ...environment }, (output) =>
    output.includes(' stands, with '),
  );
  await founding.stop();
}

/**
 * The application in a process of its own, as `npm start` runs it, on that database; WeChat beside it.
 * @param {object} [projectFile] a project to found before it starts, beside the believable ones
 */
export async function startApplication(database, environment = {}, projectFile) {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guihu-bench-'));
  const port = await freePort();
  const wechat = await startWechat(port);
  const { SIMULATED_APPS: apps } = require('../dist/integrations/wechat/simulator/cast.js');
  if (projectFile) await found(projectFile, { DATABASE_URL: database.url, DATA_DIR: dataDir });
  const running = await startProcess(
    [MAIN],
    {
      NODE_ENV: '',
      PORT: String(port),
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      WECHAT_ENDPOINT: wechat.base,
      WECHAT_MP_APPID: apps.mp.appid,
      WECHAT_MP_SECRET: apps.mp.secret,
      WECHAT_MP_TOKEN: apps.oa.token,
      WECHAT_OA_APPID: apps.oa.appid,
      WECHAT_OA_SECRET: apps.oa.secret,
      WECHAT_OA_TOKEN: apps.oa.token,
      WECHAT_OA_AES_KEY: apps.oa.aesKey,
      ...environment,
    },
    (output) => output.includes('is running'),
  );
  const base = `http://127.0.0.1:${port}`;
  const json = async (method, route, body, headers = {}) => {
    const response = await fetch(route.startsWith('/wechat/') ? `${wechat.base}${route.slice('/wechat'.length)}` : `${base}${route}`, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
    return { body: await response.json(), headers: response.headers };
  };
  return {
    base,
    pid: running.child.pid,
    json,
    signIn: async (key) => {
      const { body } = await json('POST', `/wechat/__sim/personas/${key}/login-code`);
      return (await json('POST', '/api/sessions', { code: body.code })).body;
    },
    stop: async () => {
      await running.stop();
      await wechat.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let numbers = 0;
/** A mainland number nobody had before in this run. */
export const nextPhone = () => `13${String(100_000_000 + ++numbers)}`;

/** What an intake needs: a project, a policy, and signed-in prospects. */
export async function prospects(app, count) {
  const [projects, policy] = await Promise.all([app.json('GET', '/api/projects'), app.json('GET', '/api/policy')]);
  const people = [];
  for (let i = 0; i < count; i++) {
    await app.json('POST', '/wechat/__sim/personas', { key: `bench-${i}` });
    people.push(await app.signIn(`bench-${i}`));
  }
  const projectId = projects.body.items[0].id;
  const form = () => ({
    projectId,
    name: '许文',
    phone: nextPhone(),
    intent: { productType: 'high-rise', areaMin: 90, areaMax: 120, budgetMin: 300_000_000, budgetMax: 400_000_000, purpose: 'upgrade' },
    consent: { policyVersion: policy.body.version, purposes: policy.body.purposes.filter((p) => p.required).map((p) => p.key) },
  });
  const tap = (i) => ({
    method: 'POST',
    route: '/api/leads',
    body: form(),
    headers: { authorization: `Bearer ${people[i % people.length].token}`, 'idempotency-key': crypto.randomUUID() },
  });
  // The first form of an account adopts its customer; it is not part of what is measured.
  for (let i = 0; i < people.length; i++) await app.json('POST', '/api/leads', form(), { authorization: `Bearer ${people[i].token}` });
  return { projectId, people, tap, policyVersion: policy.body.version };
}
