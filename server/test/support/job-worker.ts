import 'reflect-metadata';
import { readConfig } from '../../src/config/config';
import { SystemClock } from '../../src/platform/clock/clock';
import { markers, openJobHouse } from './job-house';

/** One worker in a process of its own: `node run.cjs job-worker.ts`, with the database in the environment. */
async function main(): Promise<void> {
  const house = await openJobHouse(readConfig(), new SystemClock());
  for (const handler of markers(house)) house.registry.add(handler);
  house.runner.start(4);
  process.stdout.write('ready\n');
  process.on('SIGTERM', () => void house.stop().then(() => process.exit(0)));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
