import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './processes.mjs';

/** Every file under a path from the root, sorted, without what is built or installed. A missing path is empty. */
export function filesUnder(relative, skip = /(^|\/)(node_modules|dist|coverage|test-output|data)(\/|$)/) {
  const absolute = path.join(ROOT, relative);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [relative];
  return readdirSync(absolute, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = path.posix.join(relative, entry.name);
      if (skip.test(child)) return [];
      return entry.isDirectory() ? filesUnder(child, skip) : [child];
    });
}

/**
 * One hash over names and contents. Contents, not times: a checkout or a copy of the tree changes times and nothing else.
 * @param {string[]} inputs files and folders from the root
 * @param {string[]} values further words that change the outcome, such as a setting
 */
export function fingerprint(inputs, values = [], ignore = () => false) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(input)).filter((file) => !ignore(file))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  }
  for (const value of values) hash.update(`${value}\0`);
  return hash.digest('hex');
}

export function readStamp(file) {
  const absolute = path.join(ROOT, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8').trim() : null;
}

export function writeStamp(file, value) {
  const absolute = path.join(ROOT, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, `${value}\n`);
}
