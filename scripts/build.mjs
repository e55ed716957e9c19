import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { filesUnder, fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { GENERATED, generateMetadata } from './generate-metadata.mjs';
import { ensureInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { ROOT, runNpm, seconds } from './processes.mjs';

const TEST_CODE = /\.(spec|story-spec|fixture)\.tsx?$/;
const MINIAPP = [
  'miniapp/src',
  'miniapp/config',
  'miniapp/types',
  'miniapp/babel.config.js',
  'miniapp/tsconfig.json',
  'miniapp/package.json',
  'shared/src',
  'package-lock.json',
];

/** Parts in the order in which they need each other. `makes` are files that a finished part has. */
const PARTS = {
  shared: {
    inputs: ['shared/src', 'shared/.swcrc', 'package-lock.json'],
    stamp: 'shared/dist/.stamp',
    makes: ['shared/dist/index.js'],
    build: () => compile('shared'),
  },
  server: {
    inputs: [
      'server/src',
      'server/.swcrc',
      'server/tsconfig.json',
      'shared/src',
      'package-lock.json',
      'scripts/answer-schemas.mjs',
      'scripts/generate-metadata.mjs',
    ],
    stamp: 'server/dist/.stamp',
    makes: GENERATED,
    build: async () => {
      await generateMetadata();
      await compile('server');
    },
  },
  h5: taro('h5', 'index.html'),
  weapp: taro('weapp', 'app.json'),
};

function taro(type, entry) {
  const out = `miniapp/dist/${type}`;
  return {
    inputs: MINIAPP,
    values: [process.env.GUIHU_API_BASE ?? ''],
    stamp: `${out}/.stamp`,
    makes: [`${out}/${entry}`],
    async build() {
      rmSync(path.join(ROOT, out), { recursive: true, force: true });
      const { code, output } = await runNpm(['run', `build:${type}`, '-w', 'miniapp'], { env: { NODE_ENV: 'production', TARO_ENV: type } });
      // The bundler has been seen to end with 0 after an error, so its product is asked too.
      if (code !== 0 || !existsSync(path.join(ROOT, out, entry))) throw new Error(withoutProgress(output));
    },
  };
}

const SHOWN_LINES = 60;

/** A bundler draws its progress hundreds of times before it says what is wrong. */
function withoutProgress(output) {
  const lines = stripVTControlCharacters(output).split(/[\r\n]+/);
  const verdict = lines.findIndex((line) => line.startsWith('✖'));
  return (verdict < 0 ? lines.slice(-SHOWN_LINES) : lines.slice(verdict, verdict + SHOWN_LINES)).join('\n');
}

/** TypeScript to JavaScript, file by file; everything else in src is copied beside it. */
async function compile(workspace) {
  const { transformFile } = await import('@swc/core');
  const source = path.join(ROOT, workspace, 'src');
  const target = path.join(ROOT, workspace, 'dist');
  const { $schema: _, ...options } = JSON.parse(readFileSync(path.join(ROOT, workspace, '.swcrc'), 'utf8'));
  rmSync(target, { recursive: true, force: true });
  for (const file of filesUnder(`${workspace}/src`)) {
    if (TEST_CODE.test(file) || file.endsWith('.d.ts')) continue;
    const from = path.join(ROOT, file);
    const to = path.join(target, path.relative(source, from));
    mkdirSync(path.dirname(to), { recursive: true });
    if (!file.endsWith('.ts')) {
      cpSync(from, to);
      continue;
    }
    const script = to.replace(/\.ts$/, '.js');
    const { code, map } = await transformFile(from, { ...options, swcrc: false, configFile: false });
    writeFileSync(script, map ? `${code}\n//# sourceMappingURL=${path.basename(script)}.map\n` : code);
    if (map) writeFileSync(`${script}.map`, map);
  }
}

const inputsOf = (part) => fingerprint(part.inputs, part.values, (file) => GENERATED.includes(file) || TEST_CODE.test(file));

/** What is generated is no input; but a stub or a hand-made change of it is stale. */
const stampOf = (part, inputs) => (part === PARTS.server ? `${inputs}-${fingerprint(GENERATED)}` : inputs);

const isCurrent = (part) =>
  part.makes.every((file) => existsSync(path.join(ROOT, file))) && readStamp(part.stamp) === stampOf(part, inputsOf(part));

/**
 * Builds what is missing or stale, and prints one line for each part.
 * @param {string[]} names of parts; `server` brings `shared` with it
 * @throws Error with the output of the first part that failed
 */
export async function build(names = Object.keys(PARTS)) {
  await ensureInstalled();
  const wanted = Object.keys(PARTS).filter((name) => names.includes(name) || (name === 'shared' && names.includes('server')));
  for (const name of wanted) {
    const part = PARTS[name];
    const startedAt = performance.now();
    let fresh = isCurrent(part);
    if (!fresh) {
      await withLock(`build-${name}`, async () => {
        // Another terminal may have built it while this one waited.
        fresh = isCurrent(part);
        if (fresh) return;
        if (name === 'h5' || name === 'weapp') console.log(`build     ${name.padEnd(7)} building, up to a minute …`);
        // A part that breaks half way must not look finished.
        rmSync(path.join(ROOT, part.stamp), { force: true });
        // Taken before: what is edited while it is built makes it stale.
        const inputs = inputsOf(part);
        await part.build();
        writeStamp(part.stamp, stampOf(part, inputs));
      });
    }
    console.log(`build     ${name.padEnd(7)} ${seconds(startedAt)}${fresh ? '  up to date' : ''}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !['--server', '--h5', '--weapp'].includes(option));
  if (unknown) {
    console.error(`build knows --server, --h5 and --weapp, not ${unknown}.`);
    process.exit(2);
  }
  try {
    await build(options.length > 0 ? options.map((option) => option.slice(2)) : undefined);
  } catch (error) {
    console.error(error.message);
    console.error('The build failed; the reason is above.');
    process.exit(1);
  }
}
