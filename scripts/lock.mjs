import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './processes.mjs';

const FOLDER = path.join(ROOT, 'node_modules/.guihu-locks');
const POLL_MS = 200;

/** Whether the process that wrote this lock still lives; one that does not has left it behind. */
function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Two terminals must not write the same folder at once: the second one waits. */
export async function withLock(name, work) {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, name);
  while (!take(file)) await wait(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
