import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceFiles } from './source-files.mjs';

const PRODUCT = /^(server|shared|miniapp)\/src\/.*\.tsx?$/;

/** Who may read what; everybody else takes it as an argument. */
const CONFINED = [
  {
    what: 'the wall clock',
    pattern: /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)(?<!new Date\(\s*\))/,
    allowed: ['server/src/platform/clock/', 'miniapp/src/platform/clock.ts'],
    instead: 'take the instant as an argument, or inject Clock',
  },
  {
    what: 'the environment',
    pattern: /\bprocess\.env\b/,
    allowed: ['server/src/config/', 'miniapp/src/platform/environment.ts'],
    instead: 'add it to server/src/config (or miniapp/src/platform/environment.ts)',
  },
];

/** Keeps line numbers; a `//` inside a string may cost the rest of its line, which only forgives. */
const withoutComments = (text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** Nothing reads time or settings but the one place that owns them. */
export function checkClockAndSettings({ root, files } = sourceFiles()) {
  return files
    .filter((file) => PRODUCT.test(file))
    .flatMap((file) => {
      const lines = withoutComments(readFileSync(path.join(root, file), 'utf8')).split('\n');
      return CONFINED.filter(({ allowed }) => !allowed.some((prefix) => file.startsWith(prefix))).flatMap(({ what, pattern, instead }) =>
        lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: reads ${what}; ${instead}`] : [])),
      );
    });
}
