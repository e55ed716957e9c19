// Measures on MySQL or MariaDB (BENCH_DATABASE_URL, by default the local MariaDB). `--json` prints one object, `--quick` a short run.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const run = (args, stdio) => spawnSync(process.execPath, args, { cwd: root, stdio }).status ?? 1;

const built = run(['scripts/build.mjs', '--server'], ['ignore', 2, 2]);
process.exit(built || run(['server/bench/run.mjs', ...process.argv.slice(2)], 'inherit'));
