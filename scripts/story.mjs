// Plays the main job over HTTP and tells it with times: `npm run story`, or `npm run story -- http://localhost:3000` against a running server.
import { spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { ROOT } from './processes.mjs';

async function tell() {
  const prospect = await signIn('prospect');
  const [{ body: projects }, { body: policy }] = await Promise.all([call('GET', '/api/projects'), call('GET', '/api/policy')]);
  const project = projects.items[0];
  say(
    `${project.name}，${project.district}`,
    `opens the mini-program and looks at it; ${policy.purposes.length} purposes of the privacy policy are asked for, none is ticked`,
    '许文',
  );

  const phone = `139${String(randomInt(10_000_000, 99_999_999))}`;
  await call('POST', '/wechat/__sim/personas/prospect/subscriptions', { templateKeys: ['lead-received', 'agent-assigned'] });
  const form = {
    projectId: project.id,
    name: '许文',
    phone,
    gender: 'female',
    intent: { productType: 'high-rise', areaMin: 90, areaMax: 120, budgetMin: 300_000_000, budgetMax: 400_000_000, purpose: 'upgrade' },
    consent: { policyVersion: policy.version, purposes: policy.purposes.filter((p) => p.required).map((p) => p.key) },
  };
  const key = randomUUID();
  const tapped = performance.now();
  const receipt = (await call('POST', '/api/leads', form, prospect, { 'idempotency-key': key })).body;
  const again = (await call('POST', '/api/leads', form, prospect, { 'idempotency-key': key })).body;
  expect(again.id === receipt.id, 'a second tap made a second lead');
  say(`回执 ${receipt.receiptNo}`, `taps 提交 twice on a bad network; one lead, answered in ${ms(tapped)}`, '许文');

  const mine = await until('the lead is routed', async () => {
    const lead = (await call('GET', '/api/me/leads', undefined, prospect)).body.items.find((l) => l.id === receipt.id);
    return lead?.agent ? lead : null;
  });
  say(mine.promise, `sees who serves them: ${mine.agent.name}，${mine.agent.title}`, '许文');

  const agent = await whoseLead(receipt.id);
  const message = await until('the WeChat message arrives', async () =>
    (await inbox(agent.key)).find((m) => m.page?.includes(receipt.id) && m.intent === 'lead-offered'),
  );
  say(
    `${message.title}：${message.fields.map((f) => `${f.label} ${f.value}`).join('，')}`,
    `is told inside WeChat, ${ms(tapped)} after the tap`,
    agent.name,
  );

  const decision = (await call('GET', `/api/staff/leads/${receipt.id}/routing`, undefined, agent.session)).body.decisions[0];
  console.log(`${' '.repeat(22)}why ${agent.name}:`);
  for (const sentence of decision.sentences) console.log(`${' '.repeat(24)}· ${sentence}`);

  await call('POST', `/api/staff/leads/${receipt.id}/acceptance`, {}, agent.session);
  const detail = (await call('GET', `/api/staff/leads/${receipt.id}`, undefined, agent.session)).body;
  say('已接单', `accepts; the time limit was ${detail.offers[0].dueAt.slice(11, 16)} UTC`, agent.name);

  const tasks = await until('the plan starts', async () => {
    const { items } = (await call('GET', `/api/staff/leads/${receipt.id}/tasks`, undefined, agent.session)).body;
    return items.length >= 4 ? items : null;
  });
  say('跟进计划已启动', 'the standard plan starts:', '系统');
  for (const task of [...tasks].sort((a, b) => a.dueAt.localeCompare(b.dueAt)))
    console.log(`${' '.repeat(24)}· ${beijing(task.dueAt)} ${task.title}（${task.why?.rule ?? ''}）`);

  await travel('PT8M');
  const revealed = (await call('POST', `/api/staff/leads/${receipt.id}/phone-reveal`, {}, agent.session)).body;
  expect(revealed.phone.endsWith(phone), 'the revealed number is another one');
  await call(
    'POST',
    `/api/staff/leads/${receipt.id}/follow-ups`,
    {
      occurredAt: (await now()).toISOString(),
      method: 'phone',
      content: '介绍了 118㎡ 户型、交付标准与学区',
      feedback: '看重南北通透，预算 350 万左右',
      nextPlan: '三日后回访，约周末带看',
      nextAt: new Date((await now()).getTime() + 3 * 86_400_000).toISOString(),
      level: 'interested',
    },
    agent.session,
    { 'idempotency-key': randomUUID() },
  );
  await travel('PT0S');
  const left = (await call('GET', `/api/staff/leads/${receipt.id}/tasks`, undefined, agent.session)).body.items.filter(
    (t) => t.status === 'open',
  );
  say(
    '首次跟进已记录',
    `calls (the full number is on record as revealed) and records the first contact; ${left.length} tasks are left`,
    agent.name,
  );

  const before = (await inbox(agent.key)).length;
  const last =
    [...left]
      .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
      .filter((t) => t.title !== '' && t.why?.rule?.includes('工作日'))
      .at(-1) ?? left.at(-1);
  const wait = Date.parse(last.dueAt) - (await now()).getTime() + 60_000;
  const moved = await travel(`PT${Math.ceil(wait / 1000)}S`);
  const news = (await inbox(agent.key)).slice(0, Math.max(0, (await inbox(agent.key)).length - before));
  say(`时钟拨到 ${beijing(moved.now)}`, `three working days later; ${moved.jobsRun} background jobs ran on the way`, '系统');
  for (const m of [...news].reverse())
    console.log(`${' '.repeat(24)}· ${beijing(m.receivedAt)} ${m.title}：${m.fields[0]?.value ?? ''}，${m.fields[1]?.value ?? ''}`);
  expect(
    news.some((m) => ['task-reminder', 'task-bundle', 'task-overdue'].includes(m.intent)),
    'no reminder came',
  );
  console.log(`\nThe story is told: lead ${receipt.receiptNo}, from the tap to the reminder.`);
}

async function whoseLead(id) {
  const { items } = (await call('GET', '/wechat/__sim/personas')).body;
  for (const persona of items.filter((p) => p.role === 'agent')) {
    const session = await signIn(persona.key);
    if ((await request('GET', `/api/staff/leads/${id}`, undefined, session)).status === 200) return { ...persona, session };
  }
  throw new Error('nobody has the lead');
}

async function signIn(persona) {
  const { code } = (await call('POST', `/wechat/__sim/personas/${persona}/login-code`)).body;
  return (await call('POST', '/api/sessions', { code })).body.token;
}

const inbox = async (persona) => (await call('GET', `/wechat/__sim/personas/${persona}/inbox`)).body.items;
const travel = async (advance) => (await call('POST', '/api/dev/clock', { advance })).body;
const now = async () => new Date((await call('GET', '/api/health/live')).headers.get('x-guihu-now'));

async function call(method, route, body, token, headers) {
  const answer = await request(method, route, body, token, headers);
  if (answer.status >= 400) throw new Error(`${method} ${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function request(method, route, body, token, headers = {}) {
  const response = await fetch(`${base}${route}`, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

/** Asks until there is an answer, at most fifteen seconds. */
async function until(what, ask) {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain until ${what}`);
}

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

function beijing(instant) {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(5, 16);
}

const ms = (since) => `${Math.round(performance.now() - since)} ms`;

/** The machine's time, who, what they did, and what the product says to it. */
function say(product, what, who) {
  console.log(`${new Date().toISOString().slice(11, 23)}  ${who.padEnd(4, '　')}${what}\n${' '.repeat(22)}「${product}」`);
}

async function startOwnServer() {
  await build(['server', 'h5']);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'guihu-story-'));
  const port = await new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
  const child = spawn(process.execPath, ['server/dist/main.js'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('is running') && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const given = process.argv.slice(2).find((a) => a.startsWith('http'));
const own = given ? null : await startOwnServer();
const base = given?.replace(/\/$/, '') ?? own.base;
let failed = false;

try {
  await tell();
} catch (error) {
  failed = true;
  console.error(`\nThe story broke off: ${error.message}`);
} finally {
  await own?.stop();
}
process.exit(failed ? 1 : 0);
