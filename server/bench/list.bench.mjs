import { freshDatabase, startApplication } from './application.mjs';
import { median, saturate } from './load.mjs';

const CONNECTIONS = 16;
const BATCH = 20_000;
const STATUSES = ['accepted', 'accepted', 'accepted', 'offered', 'closed', 'closed', 'closed', 'closed', 'pooled', 'escalated'];

/** Whether a list stays as quick when the table grows a hundredfold. */
export async function benchList(serverUrl, { small, large, rounds, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database, { JOBS: 'off' });
  try {
    const manager = await app.signIn('manager');
    const headers = { authorization: `Bearer ${manager.token}` };
    const ask = (worker) => ({ route: `/api/staff/leads?limit=20&status=${worker % 2 ? 'accepted' : 'closed'}`, headers });
    const measure = async () => {
      await saturate(app.base, ask, { connections: CONNECTIONS, seconds: 1, wanted: 200 });
      const runs = [];
      for (let i = 0; i < rounds; i++) runs.push(await saturate(app.base, ask, { connections: CONNECTIONS, seconds, wanted: 200 }));
      return { ms: median(runs.map((r) => median(r.times))), perSecond: median(runs.map((r) => r.perSecond)) };
    };
    await fill(database, 0, small);
    const atSmall = await measure();
    await fill(database, small, large);
    const atLarge = await measure();
    return {
      growth10kTo1m: atLarge.ms / atSmall.ms,
      smallRows: small,
      smallMs: atSmall.ms,
      smallPerSecond: atSmall.perSecond,
      largeRows: large,
      largeMs: atLarge.ms,
      largePerSecond: atLarge.perSecond,
    };
  } finally {
    await app.stop();
    await database.drop();
  }
}

/** Leads from number `from` to `to`, each with its customer, spread over statuses and colleagues as a busy project has them. */
async function fill(database, from, to) {
  const [{ id: projectId }] = await database.query("SELECT id FROM projects WHERE code = 'YX'");
  const agents = await database.query(`SELECT s.id FROM staff s WHERE s.roles LIKE '%"agent"%'`);
  const [{ sealed }] = await database.query('SELECT phone_sealed AS sealed FROM staff LIMIT 1');
  const now = Date.now();
  for (let at = from; at < to; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) => at + i);
    await database.query('INSERT INTO customers (id, name, gender, phone_sealed, phone_index, created_at, updated_at) VALUES ?', [
      numbers.map((n) => [idOf(1, n), `客户${n}`, 'unknown', sealed, n.toString(16).padStart(64, '0'), now, now]),
    ]);
    await database.query(
      `INSERT INTO leads (id, receipt_no, project_id, customer_id, open_key, status, level, owner_id, offer_round, channel_code, channel_root, created_at, updated_at) VALUES ?`,
      [
        numbers.map((n) => {
          const status = STATUSES[n % STATUSES.length];
          const owner = status === 'pooled' ? null : agents[n % agents.length].id;
          const openKey = status === 'closed' ? null : `${projectId}:${idOf(1, n)}`;
          return [
            idOf(2, n),
            `YXB-${n}`,
            projectId,
            idOf(1, n),
            openKey,
            status,
            'potential',
            owner,
            1,
            'online.miniprogram',
            'online',
            now,
            now,
          ];
        }),
      ],
    );
  }
  await database.query('ANALYZE TABLE leads, customers');
}

/** Sorts by number as UUIDv7 sorts by time. */
const idOf = (kind, n) =>
  `0190${kind}000-${String(n).padStart(8, '0').slice(0, 4)}-7${String(n).padStart(8, '0').slice(4, 7)}-8${String(n).slice(-1)}00-${String(n).padStart(12, '0')}`;
