// Plays the real requests of one day through reporting, dispatch and service on a moved clock, and tells what came out:
//   node scripts/dispatch-replay.mjs path/to/nyc311.csv                       # a server of its own on a temporary SQLite database
//   node scripts/dispatch-replay.mjs path/to/nyc311.csv --database=mariadb://root@127.0.0.1:3306/   # or on a scratch database there
//   node scripts/dispatch-replay.mjs path/to/nyc311.csv --server=http://localhost:3000   # a running server beside the simulator
// Several --database= are played one after the other; --write puts what came out into docs/dispatch-replay.md, --json prints it,
// --project-file prints the project that such a server must have, --small is a small team and two days for a small file.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { midnightOfPlay, readDay } from './dispatch-replay/day.mjs';
import { pageOf, tablesOf } from './dispatch-replay/page.mjs';
import { gatherOwners, gatherService } from './dispatch-replay/people.mjs';
import { Play } from './dispatch-replay/play.mjs';
import { SMALL, WHOLE } from './dispatch-replay/scale.mjs';
import { Door, startOwnServer } from './dispatch-replay/server.mjs';
import { projectFile } from './dispatch-replay/service.mjs';
import { faultsOf, outcomeOf, readBack } from './dispatch-replay/verdict.mjs';
import { ROOT } from './processes.mjs';

const args = process.argv.slice(2);
const [file] = args.filter((arg) => !arg.startsWith('--'));
const valuesOf = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
const scale = args.includes('--small') ? SMALL : WHOLE;
const asJson = args.includes('--json');
const say = (line) => process.stderr.write(`${line}\n`);

/** One play on one server. Throws when something that must hold does not. */
async function playOn(server, name, day) {
  const door = new Door(server.url);
  const startedAt = performance.now();
  try {
    await door.ask('GET', '/api/health/live');
    const midnight = midnightOfPlay(door.now());
    // An hour before, so that the rota can be planned.
    await door.moveTo(midnight - 3_600_000);
    const service = await gatherService(door, midnight, scale);
    const owners = await gatherOwners(door, service.leaders.manager, service.projectId, day.requests);
    say(`${name}: ${service.team.length} colleagues and ${owners.count} owners are there after ${seconds(startedAt)}`);
    const play = new Play({ door, midnight, scale, service, owners, requests: day.requests });
    const playedFrom = performance.now();
    await play.run(say);
    const playSeconds = (performance.now() - playedFrom) / 1000;
    const seen = await readBack(door, service.leaders.manager, service.projectId);
    const faults = await faultsOf(seen, play, server.rows ?? null);
    if (faults.length > 0) throw new Error(`${faults.length} things do not hold:\n- ${faults.slice(0, 30).join('\n- ')}`);
    const outcome = outcomeOf(seen, play);
    return {
      database: name,
      seconds: (performance.now() - startedAt) / 1000,
      playSeconds,
      requests: door.requests,
      owners: owners.count,
      ...outcome,
    };
  } finally {
    door.close();
  }
}

const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

async function onOwnServer(database, day) {
  const name = database === 'sqlite' ? 'SQLite' : database.startsWith('mysql') ? 'MySQL' : 'MariaDB';
  const server = await startOwnServer(database, projectFile(scale));
  try {
    return await playOn(server, name, day);
  } finally {
    await server.stop();
  }
}

async function main() {
  if (args.includes('--project-file')) return void process.stdout.write(`${JSON.stringify(projectFile(scale))}\n`);
  if (!file) throw new Error('Usage: node scripts/dispatch-replay.mjs path/to/nyc311.csv [--database=…] [--server=…] [--write] [--json]');
  const day = readDay(file, scale);
  const [address] = valuesOf('server');
  const results = [];
  if (address) results.push(await playOn({ url: address.replace(/\/$/, '') }, 'a running server', day));
  else
    for (const database of valuesOf('database').length > 0 ? valuesOf('database') : ['sqlite'])
      results.push(await onOwnServer(database, day));
  if (args.includes('--write')) writeFileSync(path.join(ROOT, 'docs/dispatch-replay.md'), pageOf(day, results));
  if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`);
  else process.stdout.write(`${tablesOf(day, results)}\n`);
}

process.exit(
  await main().then(
    () => 0,
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    },
  ),
);
