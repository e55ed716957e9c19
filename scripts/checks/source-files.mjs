import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../fingerprint.mjs';
import { ROOT } from '../processes.mjs';

/**
 * Every file that is or would be committed; of a tree without git, every file that is neither built nor installed.
 * @returns {{root: string, files: string[]}} paths from the root
 */
export function sourceFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const files = list
      .toString()
      .split('\0')
      .filter((file) => file && existsSync(path.join(ROOT, file)));
    return { root: ROOT, files };
  } catch {
    return { root: ROOT, files: filesUnder('.', /(^|\/)(\.git|node_modules|dist|coverage|test-output|data|\.swc)(\/|$)/) };
  }
}
