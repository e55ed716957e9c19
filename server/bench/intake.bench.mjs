import { fileURLToPath } from 'node:url';
import { freshDatabase, prospects, startApplication } from './application.mjs';
import { median, quantile, saturate } from './load.mjs';
import { startProcess } from './processes.mjs';

const BARE = fileURLToPath(new URL('./bare-limit.mjs', import.meta.url));
const CONNECTIONS = 16;

/** Lead intake beside the bare limit, in turns on the same machine and database server. */
export async function benchIntake(serverUrl, { rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  let bare;
  try {
    const { projectId, people, tap, policyVersion } = await prospects(app, 32);
    bare = await startProcess(
      [BARE, database.uri, projectId, people[0].me.accountId, policyVersion],
      {},
      (output) => /\{"port":(\d+)\}/.exec(output)?.[1],
    );
    const bareBase = `http://127.0.0.1:${bare.answer}`;
    const run = (base, length) => saturate(base, tap, { connections: CONNECTIONS, seconds: length, wanted: 201 });
    await run(bareBase, 1);
    await run(app.base, 2);
    const found = { bare: [], app: [], appTimes: [], bareTimes: [] };
    for (let round = 0; round < rounds; round++) {
      const limit = await run(bareBase, seconds);
      const ours = await run(app.base, seconds);
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
  } finally {
    await bare?.stop();
    await app.stop();
    await database.drop();
  }
}
