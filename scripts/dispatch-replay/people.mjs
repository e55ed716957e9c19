import { engineers, LEADERS, PROJECT_NAME, rulesFor, turnsOf } from './service.mjs';

const AT_ONCE = 8;

/** Everybody signs in through WeChat and has it vouch for their phone; that is how the application knows who they are. */
async function signIn(door, { key, phone }) {
  await door.ask('POST', '/wechat/__sim/personas', { body: { key, phone: `+86${phone}` } });
  await door.ask('POST', `/wechat/__sim/personas/${key}/follow`);
  const login = await door.ask('POST', `/wechat/__sim/personas/${key}/login-code`);
  const { token } = await door.ask('POST', '/api/sessions', { body: { code: login.code } });
  const { code } = await door.ask('POST', `/wechat/__sim/personas/${key}/phone-code`);
  const me = await door.ask('POST', '/api/me/phone', { token, body: { code } });
  return { key, token, id: me.staffId ?? null };
}

async function inTurns(items, work) {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
    }),
  );
}

/** The service of the founded project, signed in: leaders, engineers with their turns, published rules. */
export async function gatherService(door, midnight, scale) {
  const leaders = {};
  for (const leader of LEADERS) leaders[leader.role] = { ...leader, ...(await signIn(door, leader)) };
  const projects = (await door.ask('GET', '/api/projects')).items;
  const project = projects.find((each) => each.name === PROJECT_NAME);
  if (!project) throw new Error('the project of the play was not founded on this server');
  const team = engineers(scale);
  await inTurns(team, async (person) => {
    Object.assign(person, await signIn(door, person));
    person.turns = turnsOf(person, scale.days + 1).map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
    for (const { from, to } of person.turns) {
      const body = { staffId: person.id, fromAt: new Date(from).toISOString(), toAt: new Date(to).toISOString() };
      await door.ask('POST', '/api/staff/rota', { token: leaders.manager.token, body });
    }
  });
  await publishRules(door, leaders.manager, project.id, team, scale);
  return { projectId: project.id, leaders, team };
}

async function publishRules(door, manager, projectId, team, scale) {
  const { items } = await door.ask('GET', `/api/staff/dispatch-rules?projectId=${projectId}`, { token: manager.token });
  const byKey = new Map(team.map((person) => [person.key, person.id]));
  const body = { projectId, basedOn: items[0].version, rules: rulesFor((key) => byKey.get(key), scale), settings: items[0].settings };
  await door.ask('POST', '/api/staff/dispatch-rules', { token: manager.token, body });
}

const homeKey = ({ building, label }) => `${building} ${label}`;

/** Owners of the homes from which something is reported: the manager registers them by the purchaser list, and each finds the home by phone. */
export async function gatherOwners(door, manager, projectId, requests) {
  const wanted = new Map(requests.map((request) => [homeKey(request.home), request.home]));
  const owners = [...wanted.values()].map((home, i) => ({ home, key: `replay-owner-${i}`, phone: `1371${String(i).padStart(7, '0')}` }));
  await uploadList(door, manager, projectId, owners);
  const units = await unitIds(door, projectId);
  const found = new Map();
  await inTurns(owners, async (owner) => {
    const { token } = await signIn(door, owner);
    const { items } = await door.ask('GET', '/api/me/homes', { token });
    const unitId = units.get(homeKey(owner.home));
    if (items[0]?.unitId !== unitId) throw new Error(`${owner.key} did not find ${homeKey(owner.home)}`);
    found.set(homeKey(owner.home), { token, unitId });
  });
  return { of: (home) => found.get(homeKey(home)), count: owners.length };
}

async function uploadList(door, manager, projectId, owners) {
  const lines = owners.map(({ home, phone }, i) => `${home.building},${home.label},业主${i + 1},${phone},2025-06-30`);
  const form = new FormData();
  form.set('file', new Blob([`楼栋,房号,姓名,手机号,交付日期\n${lines.join('\n')}\n`]), '购房名单.csv');
  const headers = { authorization: `Bearer ${manager.token}` };
  const answer = await fetch(`${door.url}/api/staff/home-imports?projectId=${projectId}`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(`the purchaser list was refused: ${await answer.text()}`);
}

async function unitIds(door, projectId) {
  const { items } = await door.ask('GET', `/api/projects/${projectId}/buildings`);
  return new Map(items.flatMap((building) => building.units.map((unit) => [`${building.name} ${unit.label}`, unit.id])));
}
