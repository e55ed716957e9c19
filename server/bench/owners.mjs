const LIST_HEADER = '楼栋,房号,姓名,手机号,交付日期';

/** Owners of homes that stood empty, each with what they tap to report a leaking tap. The project needs a manager of that key. */
export async function owners(app, database, count, { code = 'YX', manager = 'manager' } = {}) {
  const units = await database.query(
    `SELECT u.id AS unitId, u.project_id AS projectId, u.building_id AS buildingId, b.name AS building, u.label
     FROM units u JOIN buildings b ON b.id = u.building_id JOIN projects p ON p.id = u.project_id
     WHERE p.code = ? AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.unit_id = u.id) ORDER BY u.id LIMIT ${count}`,
    [code],
  );
  if (units.length < count) throw new Error(`only ${units.length} of ${count} homes stand empty`);
  const homes = units.map((home, i) => ({ ...home, key: `bench-owner-${i}`, phone: `1360000${String(i).padStart(4, '0')}` }));
  await register(app, manager, homes);
  const people = [];
  for (const home of homes) people.push(await owner(app, home));
  return people;
}

/** The manager uploads the purchaser list. */
async function register(app, manager, homes) {
  const { token } = await app.signIn(manager);
  const form = new FormData();
  const lines = homes.map(({ building, label, phone }, i) => `${building},${label},业主${i},${phone},2025-06-30`);
  form.set('file', new Blob([`${LIST_HEADER}\n${lines.join('\n')}\n`]), '购房名单.csv');
  const route = `/api/staff/home-imports?projectId=${homes[0].projectId}`;
  const answer = await fetch(`${app.base}${route}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  if (!answer.ok) throw new Error(`POST ${route}: ${answer.status} ${await answer.text()}`);
}

/** A WeChat user with this phone signs in, follows the official account and has WeChat vouch for the phone. */
export async function verified(app, key, phone) {
  await app.json('POST', '/wechat/__sim/personas', { key, phone: `+86${phone}` });
  await app.json('POST', `/wechat/__sim/personas/${key}/follow`);
  const headers = { authorization: `Bearer ${(await app.signIn(key)).token}` };
  const { code } = (await app.json('POST', `/wechat/__sim/personas/${key}/phone-code`)).body;
  return { headers, me: (await app.json('POST', '/api/me/phone', { code }, headers)).body };
}

async function owner(app, { key, phone, ...home }) {
  const { headers, me } = await verified(app, key, phone);
  const { items } = (await app.json('GET', '/api/me/homes', undefined, headers)).body;
  if (items[0]?.unitId !== home.unitId) throw new Error(`${key} did not find the home that the list names`);
  return {
    key,
    headers,
    home: { ...home, customerId: me.customerId },
    report: (more = {}) => ({
      method: 'POST',
      route: '/api/work-orders',
      body: { kind: 'repair', unitId: home.unitId, category: 'water-tap', description: '厨房水龙头一直滴水，拧紧也没用', ...more },
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    }),
  };
}
