import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../processes.mjs';
import { sourceFiles } from './source-files.mjs';

const CHECKED = /^(server|miniapp|shared|e2e|scripts)\/.*\.(ts|tsx|mjs|cjs|js)$/;
const CONFIGURATION = /(^|\/)(jest|babel|[a-z-]+)\.config\.(js|cjs|mjs|ts)$/;
const GRAB_BAGS = /^_?(utils?|helpers?|common|misc|lib)$/;
const FACES = [
  /^server\/src\/(platform|integrations|modules\/[^/]+)\/[^/]+\/index\.ts$/,
  /^server\/src\/migrations\/index\.ts$/,
  /^(shared|miniapp)\/src\/([^/]+\/)?index\.tsx?$/,
];
const PAGES = /^miniapp\/src\/(pages|subpackages\/[^/]+\/pages)\/[^/]+\/index\.(tsx|config\.ts)$/;

/** The vocabulary is the table of docs/style.md, so that the page and the check cannot disagree. */
function kinds() {
  const page = readFileSync(path.join(ROOT, 'docs/style.md'), 'utf8');
  const table = /<!-- kinds -->([\s\S]*?)<!-- \/kinds -->/.exec(page)?.[1] ?? '';
  return new Set([...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1]));
}

/** What is wrong with one path, or nothing. */
function complaint(file, vocabulary) {
  const folders = file.split('/').slice(0, -1);
  const bag = folders.find((folder) => GRAB_BAGS.test(folder) && !(folder === '_lib' && file.startsWith('miniapp/')));
  if (bag) return `${file}: a folder named ${bag} says nothing; code goes to the floor that owns it`;
  const shouted = folders.find((folder) => !/^_?[a-z0-9]+(-[a-z0-9]+)*$/.test(folder));
  if (shouted) return `${file}: the folder ${shouted} is not in kebab-case`;

  const [noun, ...rest] = path.basename(file).split('.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(noun)) return `${file}: ${noun} is not in kebab-case`;
  if (noun === 'index' && file.includes('/src/') && !PAGES.test(file) && !FACES.some((face) => face.test(file))) {
    return `${file}: one index.ts for a feature and none below it`;
  }
  if (file.startsWith('server/src/migrations/') && noun !== 'index' && !/^\d{13}-[a-z]+(-[a-z]+)+$/.test(noun)) {
    return `${file}: a migration is named <13-digit timestamp>-<verb-noun>.ts`;
  }
  const unknown = rest.slice(0, -1).find((kind) => !vocabulary.has(kind));
  return unknown ? `${file}: .${unknown}. is no kind of file; the vocabulary is in docs/style.md` : null;
}

/** File and folder names against the vocabulary of docs/style.md. */
export function checkNames({ files } = sourceFiles()) {
  const vocabulary = kinds();
  if (vocabulary.size === 0) return ['docs/style.md has lost its table of kinds'];
  return files
    .filter((file) => CHECKED.test(file) && !CONFIGURATION.test(file))
    .map((file) => complaint(file, vocabulary))
    .filter(Boolean);
}
