import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Api } from './api';

export const ROOT = path.resolve(__dirname, '../..');

/** The whole product in one process of its own: API, background work, the local WeChat and the h5 mini-program. */
export interface RunningServer {
  base: string;
  api: Api;
  stop: () => Promise<void>;
}

/**
 * Starts the built server on a free port with an empty folder for its data.
 * @throws Error when something is not built, or with what the server said when it ended early
 */
export async function startServer(): Promise<RunningServer> {
  for (const built of ['server/dist/main.js', 'miniapp/dist/h5/index.html']) {
    if (!existsSync(path.join(ROOT, built))) throw new Error(`${built} is missing; run: node scripts/build.mjs --server --h5`);
  }
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guihu-browser-'));
  const port = await freePort();
  const { NODE_ENV: _, DATABASE_URL: __, ...env } = process.env;
  const child = spawn(process.execPath, ['server/dist/main.js'], {
    cwd: ROOT,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await running(child);
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    api: new Api(base),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function running(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => String(chunk).includes('is running') && resolve());
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      process.stderr.write(chunk);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
      });
  });
}
