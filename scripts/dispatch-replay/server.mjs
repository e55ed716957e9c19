import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../processes.mjs';

const require = createRequire(import.meta.url);
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A refusal of the server where the play expected none. */
export class Refused extends Error {
  constructor(method, route, status, body) {
    super(`${method} ${route}: ${status} ${body?.code ?? ''} ${body?.detail ?? body?.title ?? ''}`);
    this.status = status;
    this.code = body?.code;
  }
}

/** Speaks HTTP with a server and knows its clock from every answer. */
export class Door {
  requests = 0;
  seenNow = 0;
  seenAt = 0;
  agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

  constructor(url) {
    this.url = url;
  }

  /** Application time, epoch ms. */
  now() {
    return this.seenNow + (performance.now() - this.seenAt);
  }

  /** The answer's body. @throws Refused for anything but 2xx. */
  async ask(method, route, { body, token, headers = {} } = {}) {
    const { status, json } = await this.send(method, route, { body, token, headers });
    if (status < 200 || status > 299) throw new Refused(method, route, status, json);
    return json;
  }

  send(method, route, { body, token, headers = {} }) {
    this.requests += 1;
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const options = {
        method,
        agent: this.agent,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
          ...headers,
        },
      };
      const request = http.request(`${this.url}${route}`, options, (response) => {
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('end', () => {
          const told = response.headers['x-guihu-now'];
          if (told) [this.seenNow, this.seenAt] = [Date.parse(told), performance.now()];
          const text = Buffer.concat(pieces).toString();
          resolve({ status: response.statusCode, json: text.startsWith('{') ? JSON.parse(text) : text });
        });
      });
      request.on('error', reject);
      request.end(payload);
    });
  }

  /** Moves the clock to an instant, epoch ms, and runs what became due on the way. */
  async moveTo(instant) {
    const seconds = Math.max(0, Math.ceil((instant - this.now()) / 1000));
    const { now } = await this.ask('POST', '/api/dev/clock', {
      body: { advance: `P${Math.floor(seconds / 86_400)}DT${seconds % 86_400}S` },
    });
    // The header of this one answer is from before the move.
    [this.seenNow, this.seenAt] = [Date.parse(now), performance.now()];
  }

  close() {
    this.agent.destroy();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A scratch database of its own on SQLite, or on the given MySQL or MariaDB server; `rows` reads it. */
async function scratchDatabase(server, dataDir) {
  if (server === 'sqlite') {
    const Sqlite = require('better-sqlite3');
    let open = null;
    return {
      url: `sqlite:${path.join(dataDir, 'replay.sqlite')}`,
      rows: async (sql) => {
        open ??= new Sqlite(path.join(dataDir, 'replay.sqlite'), { readonly: true });
        return open.prepare(sql).all();
      },
      drop: async () => open?.close(),
    };
  }
  const mysql = await import('mysql2/promise');
  const url = new URL(server);
  const connection = await mysql.createConnection({ uri: server.replace(/^mariadb:/, 'mysql:') });
  const name = `guihu_replay_${process.pid}`;
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.changeUser({ database: name });
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    rows: async (sql) => (await connection.query(sql))[0],
    drop: async () => {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}

/** The built server beside the simulator on a database of its own, with the project founded. Background work runs when the clock is moved. */
export async function startOwnServer(database, project) {
  await runToEnd(['scripts/build.mjs', '--server'], process.env);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guihu-replay-'));
  const scratch = await scratchDatabase(database, dataDir);
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: '',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: scratch.url,
    LOG_LEVEL: 'error',
    JOBS: 'off',
  };
  writeFileSync(path.join(dataDir, 'project.json'), JSON.stringify(project));
  await runToEnd(['server/dist/found-project.js', path.join(dataDir, 'project.json')], env);
  const server = spawn(process.execPath, ['server/dist/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await scratch.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    const ready = await fetch(`${url}/api/health/ready`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) return { url, rows: scratch.rows, stop };
    await rest(100);
  }
  await stop();
  throw new Error('the server did not come up; its words are above');
}

function runToEnd(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2] });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}; its words are above`))));
  });
}
