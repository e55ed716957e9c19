import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { ROOT, runNpm, seconds } from './processes.mjs';

const STAMP = 'node_modules/.guihu-installed';
const OLDEST_NODE = [20, 19];

/** Ends the program with one sentence when this Node is too old to run what follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Guihu needs Node ${OLDEST_NODE.join('.')} or newer, but this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
  process.exit(1);
}

/**
 * Installs the packages of package-lock.json when they are missing or belong to another version of it.
 * Ends the program when that fails: nothing after it could run.
 */
export async function ensureInstalled() {
  requireNode();
  const wanted = fingerprint(['package-lock.json']);
  if (readStamp(STAMP) === wanted) return;
  if (installedByHand()) return writeStamp(STAMP, wanted);
  console.log('Installing packages (npm ci); the first time takes a few minutes.');
  const startedAt = performance.now();
  const { code } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { show: true });
  if (code !== 0) {
    console.error('npm ci failed; the reason is above. A network that reaches the npm registry is needed once.');
    process.exit(1);
  }
  writeStamp(STAMP, wanted);
  console.log(`install   ${seconds(startedAt)}`);
}

/** Somebody ran `npm install` after the lock file last changed. */
function installedByHand() {
  const record = path.join(ROOT, 'node_modules/.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(path.join(ROOT, 'package-lock.json')).mtimeMs;
}
