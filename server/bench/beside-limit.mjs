import { fileURLToPath } from 'node:url';
import { median, quantile, saturate } from './load.mjs';
import { startProcess } from './processes.mjs';

const BARE = fileURLToPath(new URL('./bare-limit.mjs', import.meta.url));
const CONNECTIONS = 16;

/** The bare limit in a process of its own, on the application's database. */
export async function startBareLimit(...args) {
  const running = await startProcess([BARE, ...args], {}, (output) => /\{"port":(\d+)\}/.exec(output)?.[1]);
  return { base: `http://127.0.0.1:${running.answer}`, stop: running.stop };
}

/** Requests of one kind to the bare limit and to the application, in turns, medians of the rounds. */
export async function besideLimit(bareBase, appBase, makeRequest, { rounds, seconds }) {
  const run = (base, length) => saturate(base, makeRequest, { connections: CONNECTIONS, seconds: length, wanted: 201 });
  await run(bareBase, 1);
  await run(appBase, 2);
  const found = { bare: [], app: [], appTimes: [], bareTimes: [] };
  for (let round = 0; round < rounds; round++) {
    const limit = await run(bareBase, seconds);
    const ours = await run(appBase, seconds);
    found.bare.push(limit.perSecond);
    found.app.push(ours.perSecond);
    found.bareTimes.push(...limit.times);
    found.appTimes.push(...ours.times);
  }
  const [limitPerSecond, appPerSecond] = [median(found.bare), median(found.app)];
  return {
    ratioToLimit: appPerSecond / limitPerSecond,
    appPerSecond,
    limitPerSecond,
    appP99Ms: quantile(found.appTimes, 0.99),
    limitP99Ms: quantile(found.bareTimes, 0.99),
    rounds,
  };
}
