import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../processes.mjs';

/** The lock file names packages and their hashes, never the host that they came from: everybody uses the registry of their own network. */
export function checkLockFile() {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(([name, entry]) => {
    if (/^[a-z+]+:\/\//i.test(entry.resolved ?? ''))
      return [`${name}: resolved names a host; .npmrc's omit-lockfile-registry-resolved keeps it out`];
    if (!entry.link && name.includes('node_modules/') && !entry.integrity && !entry.inBundle) return [`${name}: has no integrity hash`];
    return [];
  });
}
