import { freshDatabase, startApplication } from './application.mjs';
import { besideLimit, startBareLimit } from './beside-limit.mjs';
import { owners } from './owners.mjs';

const OWNERS = 32;

/** A repair reported without photo beside the bare limit, in turns on the same machine and database server. */
export async function benchReport(serverUrl, { rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  let bare;
  try {
    const people = await owners(app, database, OWNERS);
    const homes = Object.fromEntries(people.map(({ home }) => [home.unitId, home]));
    bare = await startBareLimit(database.uri, '', '', '', JSON.stringify(homes));
    return await besideLimit(bare.base, app.base, (i) => people[i % people.length].report(), { rounds, seconds });
  } finally {
    await bare?.stop();
    await app.stop();
    await database.drop();
  }
}
