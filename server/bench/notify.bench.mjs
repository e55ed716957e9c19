import { freshDatabase, prospects, startApplication } from './application.mjs';
import { quantile, steady } from './load.mjs';
import { residentMb } from './processes.mjs';

const SETTLE_MS = 30_000;

/** From the tap to the message that WeChat took, under a steady load, in one process that serves and works. */
export async function benchNotify(serverUrl, { perSecond, seconds }) {
  const database = await freshDatabase(serverUrl);
  const app = await startApplication(database);
  try {
    await database.query(`UPDATE staff SET capacity = 1000000, daily_quota = 1000000`);
    const { tap } = await prospects(app, 64);
    await settled(database);
    const { headers } = await app.json('GET', '/api/health/live');
    const offset = Date.parse(headers.get('x-guihu-now')) - Date.now();
    const memory = { rssMb: 0 };
    const watch = setInterval(() => {
      memory.rssMb = Math.max(memory.rssMb, residentMb(app.pid));
    }, 500);
    const answers = await steady(app.base, tap, { connections: 64, perSecond, seconds, wanted: 201 });
    const jobsLeft = await settled(database);
    clearInterval(watch);
    const waits = await waitsOf(database, answers, offset);
    const reached = waits.filter((w) => w !== null);
    return {
      notify: {
        p99Ms: quantile(reached, 0.99),
        p50Ms: quantile(reached, 0.5),
        maxMs: Math.max(...reached),
        intakeP99Ms: quantile(
          answers.map((a) => a.ms),
          0.99,
        ),
        perSecond,
        seconds,
        leads: answers.length,
        undone: waits.length - reached.length + jobsLeft,
      },
      memory,
    };
  } finally {
    await app.stop();
    await database.drop();
  }
}

/** Waits until nothing is due; answers how many jobs were left when patience ended. */
async function settled(database) {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const [{ n }] = await database.query(
      `SELECT COUNT(*) AS n FROM jobs WHERE status IN ('pending', 'running') AND kind IN ('lead.route', 'message.deliver')`,
    );
    if (Number(n) === 0 || Date.now() > until) return Number(n);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** For each tap the milliseconds until WeChat had the colleague's message about it, alone or in a bundle; null when it never did. */
async function waitsOf(database, answers, offset) {
  const single = new Map(
    (
      await database.query(
        `SELECT subject, MIN(sent_at) AS at FROM messages WHERE intent = 'lead-offered' AND sent_at IS NOT NULL GROUP BY subject`,
      )
    ).map((m) => [m.subject.slice('lead:'.length), Number(m.at)]),
  );
  const owners = new Map((await database.query('SELECT lead_id, staff_id, offered_at FROM lead_offers')).map((o) => [o.lead_id, o]));
  const bundles = await database.query(
    `SELECT staff_id, created_at, sent_at FROM messages WHERE intent = 'leads-offered' AND sent_at IS NOT NULL ORDER BY created_at`,
  );
  return answers.map(({ text, sentAt }) => {
    const { id } = JSON.parse(text);
    const offer = owners.get(id);
    const at =
      single.get(id) ??
      Number(
        bundles.find((b) => b.staff_id === offer?.staff_id && Number(b.created_at) >= Number(offer.offered_at))?.sent_at ?? Number.NaN,
      );
    return Number.isNaN(at) ? null : at - offset - sentAt;
  });
}
