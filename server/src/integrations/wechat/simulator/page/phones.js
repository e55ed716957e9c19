// The page asks the simulator every two seconds while somebody looks at it, and redraws only what changed.
const BASE = document.body.dataset.base;
const POLL_MS = 2000;
const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const COLOURS = ['#1f6f5c', '#2f6db3', '#7a5c99', '#8c6a2f', '#45707a', '#99544d', '#4f6b3a', '#5d6478'];
const GROUPS = [
  ['客户与业主', ['prospect', 'owner']],
  ['销售团队', ['agent', 'supervisor', 'manager']],
  ['服务与后台', ['engineer', 'relations', 'clerk', 'finance', 'admin']],
];
const PATHS = [
  ['/cgi-bin/message/template/send', '发送模板消息'],
  ['/cgi-bin/message/subscribe/send', '发送订阅消息'],
  ['/sns/jscode2session', '小程序登录'],
  ['/wxa/business/getuserphonenumber', '获取手机号'],
  ['/cgi-bin/stable_token', '获取接口凭据'],
  ['/cgi-bin/user/info', '查询关注状态'],
];
const KINDS = [
  ['系统繁忙（-1）', { errcode: -1 }],
  ['凭据失效（40001）', { errcode: 40001 }],
  ['用户未授权或次数用完（43101）', { errcode: 43101 }],
  ['用户未关注（43004）', { errcode: 43004 }],
  ['当日额度用完（45009）', { errcode: 45009 }],
  ['6 秒后才应答', { delayMs: 6000 }],
  ['服务器错误（HTTP 502）', { httpStatus: 502 }],
  ['已受理但用户拒收', { finishStatus: 'failed:user block' }],
];

const byId = (id) => document.getElementById(id);
const drawn = new Map();
let people = [];
let now = 0;
let listScroll = 0;

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** Redraws a place when what it shows has changed, so that focus and scroll stay where they are otherwise. */
function draw(place, shown, build) {
  const text = JSON.stringify(shown);
  if (drawn.get(place) === text) return;
  drawn.set(place, text);
  place.replaceChildren(...build());
}

async function ask(method, url, body) {
  const init = body ? { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : { method };
  const response = await fetch(url, init);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? answer.detail ?? answer.title ?? `HTTP ${response.status}`);
  return answer;
}
const control = (method, path, body) => ask(method, `${BASE}/__sim${path}`, body);

function sayTime(instant) {
  const day = (t) => Math.floor((t + BEIJING_MS) / DAY_MS);
  const date = new Date(instant + BEIJING_MS);
  const clock = date.toISOString().slice(11, 16);
  const away = day(instant) - day(now);
  if (away === 0) return `今天 ${clock}`;
  if (away === -1) return `昨天 ${clock}`;
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${WEEKDAYS[date.getUTCDay()]} ${clock}`;
}

function sayNow(instant) {
  const date = new Date(instant + BEIJING_MS);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${WEEKDAYS[date.getUTCDay()]} ${date.toISOString().slice(11, 16)}`;
}

const openKey = () => decodeURIComponent(location.hash.slice(1));
const entrance = (key, page) => `/?persona=${encodeURIComponent(key)}${page ? `#/${page.replace(/^\//, '')}` : ''}`;

function avatar(person) {
  const at = [...person.key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length;
  const face = el('span', { class: 'avatar', 'aria-hidden': 'true' }, person.name.slice(0, 1));
  face.style.background = COLOURS[at];
  if (person.unread > 0) face.append(el('span', { class: 'badge' }, person.unread > 99 ? '99+' : String(person.unread)));
  return face;
}

function who(person) {
  const words = el(
    'span',
    { class: 'who-words' },
    el('span', { class: 'who-name' }, person.name),
    el('span', { class: 'who-role' }, person.roleLabel),
  );
  return [avatar(person), words];
}

function peek(message) {
  if (!message) return el('span', { class: 'peek peek-none' }, '还没有消息');
  const line = message.fields
    .map((field) => field.value)
    .slice(0, 2)
    .join(' · ');
  return el(
    'span',
    { class: 'peek' },
    el('span', { class: 'peek-title' }, message.title),
    el('span', { class: 'peek-line' }, line),
    el('span', { class: 'peek-time' }, sayTime(Date.parse(message.receivedAt))),
  );
}

function miniPhone(person) {
  const label = `${person.name}，${person.roleLabel}，${person.unread > 0 ? `${person.unread} 条未读` : '没有未读'}`;
  return el(
    'button',
    {
      type: 'button',
      class: 'mini',
      'data-key': person.key,
      'aria-label': label,
      'aria-pressed': String(person.key === openKey()),
      onclick: () => openPhone(person.key),
    },
    el('span', { class: 'who' }, ...who(person)),
    peek(person.latest),
  );
}

function drawPeople() {
  const focused = document.activeElement?.dataset?.key;
  draw(byId('people'), [people, openKey(), Math.floor((now + BEIJING_MS) / DAY_MS)], () =>
    GROUPS.map(([title, roles]) => {
      const phones = people.filter((person) => roles.includes(person.role)).map(miniPhone);
      return el('section', { class: 'group' }, el('h2', null, title), el('div', { class: 'phones' }, ...phones));
    }),
  );
  if (focused && document.activeElement === document.body) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function message(person, item) {
  const from = item.channel === 'template' ? '归户服务号' : '服务通知 · 归户';
  const fields = item.fields.flatMap((field) => [el('dt', null, field.label), el('dd', null, field.value)]);
  const inside = [
    el('span', { class: 'message-from' }, el('i', { 'aria-hidden': 'true' }, '归'), from),
    el('h3', null, item.title),
    el('dl', null, ...fields),
  ];
  const card = item.page
    ? el(
        'a',
        { class: 'message', href: entrance(person.key, item.page), target: '_blank', rel: 'noopener' },
        ...inside,
        el('span', { class: 'message-go' }, '进入小程序查看', el('span', { 'aria-hidden': 'true' }, '›')),
      )
    : el('div', { class: 'message' }, ...inside);
  return el('li', null, el('p', { class: 'chat-time' }, sayTime(Date.parse(item.receivedAt))), card);
}

function phoneHead(person) {
  const toggle = () => control('POST', `/personas/${person.key}/${person.follows ? 'unfollow' : 'follow'}`).then(refresh, complain);
  const back = el('button', { type: 'button', class: 'phone-back', 'aria-label': '返回所有手机', onclick: closePhone }, '‹ 返回');
  return el(
    'div',
    { class: 'phone-head' },
    el('div', { class: 'who' }, back, ...who({ ...person, unread: 0 })),
    el(
      'div',
      { class: 'row' },
      el('a', { class: 'button primary', href: entrance(person.key), target: '_blank', rel: 'noopener' }, '打开小程序'),
      el('button', { type: 'button', onclick: toggle }, person.follows ? '取消关注服务号' : '关注服务号'),
    ),
  );
}

function emptyWords(person) {
  if (person.follows || person.role === 'prospect') return '还没有消息。先打开小程序做点什么，或让时间往前走。';
  return '还没有消息。没有关注服务号的人收不到模板消息。';
}

function drawPhone(person, items) {
  document.querySelector('.desk').classList.toggle('open', Boolean(person));
  draw(byId('phone'), [person && [person.key, person.name, person.follows], items, Math.floor((now + BEIJING_MS) / DAY_MS)], () => {
    if (!person) return [el('p', { class: 'chat-empty' }, '点开一部手机，看看微信里收到了什么。')];
    const list = items.length
      ? el('ul', { class: 'chat' }, ...items.map((item) => message(person, item)))
      : el('div', { class: 'chat' }, el('p', { class: 'chat-empty' }, emptyWords(person)));
    return [phoneHead(person), list];
  });
}

function drawFaults(items) {
  draw(byId('fault-list'), items, () =>
    items.map((fault) => {
      const path = PATHS.find(([value]) => value === fault.path)?.[1] ?? fault.path;
      const kind = KINDS.find(([, what]) => Object.entries(what).every(([name, value]) => fault[name] === value))?.[0] ?? '自定义';
      return el('li', null, el('span', null, `${path}：${kind}`), el('span', null, `还有 ${fault.times} 次`));
    }),
  );
}

async function refresh() {
  try {
    const phones = await control('GET', '/phones');
    now = Date.parse(phones.now);
    people = phones.items;
    const person = people.find((candidate) => candidate.key === openKey());
    const items = person ? (await control('GET', `/personas/${person.key}/inbox`)).items : [];
    if (person?.unread) {
      await control('POST', `/personas/${person.key}/read`);
      person.unread = 0;
    }
    if (byId('fault-form').parentElement.open) drawFaults((await control('GET', '/faults')).items);
    byId('now').textContent = sayNow(now);
    byId('offline').hidden = true;
    drawPeople();
    drawPhone(person, items);
  } catch {
    complain(new Error('暂时连不上本地服务，恢复后会自动刷新'));
  }
}

function complain(error) {
  byId('offline').textContent = error.message;
  byId('offline').hidden = false;
}

/** Opens or closes a phone without waiting for the next round; on a narrow screen it takes the place of the list. */
async function show() {
  const narrow = matchMedia('(max-width: 899px)').matches;
  await refresh();
  if (narrow) scrollTo({ top: openKey() ? 0 : listScroll });
}

function openPhone(key) {
  listScroll = scrollY;
  location.hash = key;
}

function closePhone() {
  history.replaceState(null, '', location.pathname);
  void show();
}

async function advance(button) {
  const steps = [...document.querySelectorAll('[data-advance]')];
  const said = byId('clock-said');
  for (const step of steps) step.disabled = true;
  said.textContent = '正在快进，处理到期的事情…';
  try {
    const answer = await ask('POST', '/api/dev/clock', { advance: button.dataset.advance });
    said.textContent = answer.jobsRun > 0 ? `已快进，处理了 ${answer.jobsRun} 件到期的事` : '已快进，这段时间没有到期的事';
  } catch (error) {
    said.textContent = `没能快进：${error.message}`;
  }
  for (const step of steps) step.disabled = false;
  await refresh();
}

async function addFault(event) {
  event.preventDefault();
  const form = new FormData(event.target);
  const [, what] = KINDS[Number(form.get('kind'))];
  try {
    await control('POST', '/faults', { path: form.get('path'), times: Number(form.get('times')), ...what });
    byId('fault-said').textContent = '已设好，下一次调用起生效';
  } catch (error) {
    byId('fault-said').textContent = `没有设成：${error.message}`;
  }
  await refresh();
}

function start() {
  const form = byId('fault-form');
  form.elements.path.append(...PATHS.map(([value, label]) => el('option', { value }, label)));
  form.elements.kind.append(...KINDS.map(([label], index) => el('option', { value: String(index) }, label)));
  form.addEventListener('submit', addFault);
  form.parentElement.addEventListener('toggle', refresh);
  byId('fault-clear').addEventListener('click', async () => {
    await control('DELETE', '/faults').catch(complain);
    byId('fault-said').textContent = '已全部撤销';
    await refresh();
  });
  for (const button of document.querySelectorAll('[data-advance]')) button.addEventListener('click', () => advance(button));
  addEventListener('hashchange', show);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
  void refresh();
  setInterval(() => document.hidden || refresh(), POLL_MS);
}

start();
