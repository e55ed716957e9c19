import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const running = new Set();

/** A killed build must not leave its bundler behind. Who listens for the signal too, decides about the end. */
function stopAll() {
  for (const child of running) child.kill('SIGTERM');
  if (process.listenerCount('SIGTERM') === 1) process.exit(143);
}

function watch(child) {
  if (running.size === 0) process.on('SIGTERM', stopAll);
  running.add(child);
}

function unwatch(child) {
  running.delete(child);
  if (running.size === 0) process.off('SIGTERM', stopAll);
}

/**
 * Runs a program to its end. Never throws for a failure of the program itself.
 * @param {{cwd?: string, env?: Record<string, string | undefined>, show?: boolean, timeoutSeconds?: number}} [options]
 *   `show` passes the output through to the terminal as it comes; otherwise it is collected.
 * @returns {Promise<{code: number, stdout: string, output: string, timedOut: boolean}>} `output` is both streams as they came.
 */
export function run(program, args, { cwd = ROOT, env = {}, show = false, timeoutSeconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    watch(child);
    let stdout = '';
    let output = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const timer =
      timeoutSeconds &&
      setTimeout(() => {
        timedOut = true;
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      }, timeoutSeconds * 1000);
    const end = (code) => {
      clearTimeout(timer);
      unwatch(child);
      resolve({ code, stdout, output, timedOut });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a Node program of this repository or of one of its packages. */
export const runNode = (file, args = [], options) => run(process.execPath, [path.join(ROOT, file), ...args], options);

/** npm itself, whatever its place: the one that started us, or the one on the path. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
}

/** Seconds since `startedAt` (from `performance.now()`), as printed everywhere: `1.2 s`. */
export const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
