// Prints what WeChat will weigh, and refuses what would not fit: main package 1 MB (half of WeChat's limit), any package 2 MB.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN_LIMIT = 1024 * 1024;
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/weapp');

if (!existsSync(path.join(dist, 'app.json'))) {
  console.error('dist/weapp is missing: run `npm run build:weapp -w miniapp` first');
  process.exit(1);
}

const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8'));
const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
const files = readdirSync(dist, { recursive: true })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => statSync(path.join(dist, name)).isFile() && !name.endsWith('.map'));
const rootOf = (name) => roots.find((root) => name.startsWith(`${root}/`)) ?? 'main';

const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
for (const name of files) sizes.set(rootOf(name), sizes.get(rootOf(name)) + statSync(path.join(dist, name)).size);

let tooBig = 0;
for (const [name, bytes] of sizes) {
  const limit = name === 'main' ? MAIN_LIMIT : PACKAGE_LIMIT;
  const fits = bytes <= limit;
  if (!fits) tooBig += 1;
  console.log(`${name.padEnd(24)} ${String(bytes).padStart(9)} bytes of ${limit}${fits ? '' : '  TOO BIG'}`);
}
process.exit(tooBig === 0 ? 0 : 1);
