import { freshDatabase, prospects, startApplication } from './application.mjs';
import { besideLimit, startBareLimit } from './beside-limit.mjs';

/** Lead intake beside the bare limit, in turns on the same machine and database server. */
export async function benchIntake(serverUrl, { rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  let bare;
  try {
    const { projectId, people, tap, policyVersion } = await prospects(app, 32);
    bare = await startBareLimit(database.uri, projectId, people[0].me.accountId, policyVersion);
    return await besideLimit(bare.base, app.base, tap, { rounds, seconds });
  } finally {
    await bare?.stop();
    await app.stop();
    await database.drop();
  }
}
