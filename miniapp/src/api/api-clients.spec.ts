import { createAccountApi } from './account.api';
import type { ApiCall } from './api-request';
import { createConsentsApi } from './consents.api';
import { createHomesApi } from './homes.api';
import { createLeadsApi } from './leads.api';
import { createLiveCodesApi } from './live-codes.api';
import { createMessagesApi } from './messages.api';
import { createProjectsApi } from './projects.api';
import { createReferralsApi } from './referrals.api';
import { createRewardsApi } from './rewards.api';
import { createServiceDeskApi } from './service-desk.api';
import { createSiteRotaApi } from './site-rota.api';
import { createStaffApi } from './staff.api';
import { createStaffLeadsApi } from './staff-leads.api';
import { createStaffOrdersApi } from './staff-orders.api';
import { createStaffViewingsApi } from './staff-viewings.api';
import { createTasksApi } from './tasks.api';
import { createUploadsApi } from './uploads.api';
import { createViewingsApi } from './viewings.api';
import { createWorkOrdersApi } from './work-orders.api';

const calls: ApiCall[] = [];
const request = async <T>(call: ApiCall): Promise<T> => {
  calls.push(call);
  return 'answer' as T;
};
const last = () => calls.at(-1);
const submission = { projectId: 'p', name: '陈一诺', consent: { policyVersion: '1', purposes: ['contact'] } };

it('opens a session without one', async () => {
  await createAccountApi(request).openSession('code');
  expect(last()).toEqual({ method: 'POST', path: '/api/sessions', body: { code: 'code' }, anonymous: true });
});

it('sends a lead with the key that makes it one', async () => {
  await expect(createLeadsApi(request).submit(submission, 'key')).resolves.toBe('answer');
  expect(last()).toEqual({ method: 'POST', path: '/api/leads', body: submission, idempotencyKey: 'key' });
});

it('keeps an id from breaking out of its path', async () => {
  await createProjectsApi(request).detail('../me?x');
  expect(last()?.path).toBe('/api/projects/..%2Fme%3Fx');
});

it('asks for the tasks of a time', async () => {
  await createTasksApi(request).list('overdue', { cursor: 'c' });
  expect(last()).toEqual({ method: 'GET', path: '/api/staff/tasks', query: { due: 'overdue', cursor: 'c' } });
});

it('makes each verb on a lead a resource under it', async () => {
  const api = createStaffLeadsApi(request, async () => ({ id: 'i' }) as never);
  await api.accept('1');
  await api.decline('1', { reason: '正在接待' });
  await api.transfer('1', { toStaffId: 's', reason: '客户要求' });
  await api.revealPhone('1');
  expect(calls.slice(-4).map((call) => `${call.method} ${call.path}`)).toEqual([
    'POST /api/staff/leads/1/acceptance',
    'POST /api/staff/leads/1/decline',
    'POST /api/staff/leads/1/transfer',
    'POST /api/staff/leads/1/phone-reveal',
  ]);
});

it('reads, withdraws and turns by the routes of the contract', async () => {
  await createConsentsApi(request).withdraw(['marketing']);
  expect(last()).toEqual({ method: 'POST', path: '/api/me/consents/withdrawal', body: { purposes: ['marketing'] } });
  await createMessagesApi(request).markRead('m');
  expect(last()?.path).toBe('/api/me/messages/m/read');
  await createStaffApi(request).setDuty(false);
  expect(last()).toEqual({ method: 'PUT', path: '/api/staff/duty', body: { onDuty: false } });
});

it('makes each verb on a home or a report a resource under it', async () => {
  const homes = createHomesApi(request);
  await homes.invite('u/1', { role: 'family' });
  await homes.removePerson('u1', 'r1');
  await homes.revokeInvitation('i1');
  const orders = createWorkOrdersApi(request);
  await orders.urge('o1');
  await orders.cancel('o1', { reason: '已经好了' });
  await orders.reopen('o1', { reason: '又坏了' });
  await orders.rate('o1', { stars: 5 });
  expect(calls.slice(-7).map((call) => `${call.method} ${call.path}`)).toEqual([
    'POST /api/me/homes/u%2F1/invitations',
    'POST /api/me/homes/u1/people/r1/removal',
    'POST /api/me/homes/invitations/i1/revocation',
    'POST /api/work-orders/o1/urge',
    'POST /api/work-orders/o1/cancellation',
    'POST /api/work-orders/o1/reopening',
    'POST /api/work-orders/o1/rating',
  ]);
});

it('sends a file as it lies on the phone, under its key', async () => {
  const sent: unknown[] = [];
  const api = createUploadsApi(async (call) => {
    sent.push(call);
    return { id: 'u' } as never;
  });
  await api.send({ content: 'usr/1.jpg', fileName: 'photo.jpg', idempotencyKey: 'k' });
  expect(sent).toEqual([{ path: '/api/uploads', content: 'usr/1.jpg', fileName: 'photo.jpg', idempotencyKey: 'k' }]);
});

it('makes each verb on a work order a resource under it, and sends work in a home under its key', async () => {
  const api = createStaffOrdersApi(request);
  await api.accept('1');
  await api.giveBack('1', { reason: '今天休息' });
  await api.contract('1', { contractorId: 'c', reason: '需要专业设备' });
  await api.field('1', 'arrive', {}, 'key');
  await api.field('1', 'finish', { words: '已更换' }, 'key');
  expect(calls.slice(-5).map((call) => `${call.method} ${call.path}`)).toEqual([
    'POST /api/staff/work-orders/1/acceptance',
    'POST /api/staff/work-orders/1/return',
    'POST /api/staff/work-orders/1/contracting',
    'POST /api/staff/work-orders/1/arrival',
    'POST /api/staff/work-orders/1/completion',
  ]);
  expect(last()).toMatchObject({ body: { words: '已更换' }, idempotencyKey: 'key' });
});

it('asks what a draft of the rules would have done, and changes a turn of the rota', async () => {
  const desk = createServiceDeskApi(request);
  await desk.simulate('p', []);
  expect(last()).toEqual({ method: 'POST', path: '/api/staff/dispatch-rules/simulation', body: { projectId: 'p', rules: [] } });
  await desk.removeTurn('t/1');
  expect(last()).toEqual({ method: 'POST', path: '/api/staff/rota/t%2F1/removal' });
});

it('plans a day of the sales office, and reads who is there', async () => {
  const api = createSiteRotaApi(request);
  await api.plan({ projectId: 'p', day: '2026-11-28', posts: null, basedOnVersion: 1 });
  expect(last()).toMatchObject({ method: 'PUT', path: '/api/staff/site-rota/days', body: { day: '2026-11-28', posts: null } });
  await api.copy({ projectId: 'p', from: '2026-11-30' });
  expect(last()).toMatchObject({ method: 'POST', path: '/api/staff/site-rota/copies' });
  await api.onDay({ day: '2026-11-28' });
  expect(last()).toEqual({ method: 'GET', path: '/api/staff/site-days', query: { day: '2026-11-28' } });
});

it('makes each verb on a visit a resource under it, and sends what makes something under its key', async () => {
  const api = createStaffViewingsApi(request);
  await api.checkIn('v/1');
  await api.checkInByPass('314159');
  await api.rehost('v1', { toStaffId: 's', reason: '临时有会' });
  await api.walkIn({ projectId: 'p', name: '周屿', phone: '13800000000' }, 'key');
  expect(last()?.idempotencyKey).toBe('key');
  await api.complete('v1', { objections: ['price'], tour: ['sandbox'], words: '想再比较' }, 'key2');
  expect(last()?.idempotencyKey).toBe('key2');
  expect(calls.slice(-5).map((call) => `${call.method} ${call.path}`)).toEqual([
    'POST /api/staff/viewings/v%2F1/check-in',
    'POST /api/staff/viewing-check-ins',
    'POST /api/staff/viewings/v1/rehosting',
    'POST /api/staff/walk-ins',
    'POST /api/staff/viewings/v1/completion',
  ]);
});

it('tells of a code as it came, whatever stands in it', async () => {
  await createLiveCodesApi(request).scan('../me?k');
  expect(last()).toEqual({ method: 'POST', path: '/api/live-codes/..%2Fme%3Fk/scans' });
});

it('recommends, asks, answers and redeems by the routes of the contract, each sent once under its key', async () => {
  const api = createReferralsApi(request);
  await api.link('p');
  await api.register({ projectId: 'p', name: '李强', phone: '13800000000' }, 'k1');
  await api.appeal('r1', { reason: '我先报备', uploadIds: [] }, 'k2');
  await api.answer('c1', { agree: false }, 'k3');
  await createRewardsApi(request).redeem('i1', 'k4');
  expect(calls.slice(-5).map((call) => `${call.method} ${call.path} ${call.idempotencyKey}`)).toEqual([
    'POST /api/referral-links undefined',
    'POST /api/referrals k1',
    'POST /api/me/referrals/r1/appeal k2',
    'POST /api/me/referral-asks/c1/answer k3',
    'POST /api/me/redemptions k4',
  ]);
});

it('makes each verb on a viewing or a place in the line a resource under it', async () => {
  const api = createViewingsApi(request);
  await api.slots('p/1', { from: '2026-12-01', to: '2026-12-30' });
  expect(last()).toEqual({
    method: 'GET',
    path: '/api/projects/p%2F1/viewing-slots',
    query: { from: '2026-12-01', to: '2026-12-30' },
  });
  await api.reschedule('v1', { slotId: 's2' }, 'key');
  expect(last()).toMatchObject({ path: '/api/viewings/v1/rescheduling', body: { slotId: 's2' }, idempotencyKey: 'key' });
  await api.calendarFile('v1');
  expect(last()).toEqual({ method: 'GET', path: '/api/viewings/v1/calendar.ics', text: true });
  await api.cancel('v1', { reason: '时间有变' });
  await api.rate('v1', { stars: 5, tags: [] });
  await api.checkIn('7K2M9QXWTD');
  await api.takeSeat('w1');
  await api.leaveLine('w1');
  expect(calls.slice(-5).map((call) => `${call.method} ${call.path}`)).toEqual([
    'POST /api/viewings/v1/cancellation',
    'POST /api/viewings/v1/feedback',
    'POST /api/viewing-check-ins',
    'POST /api/viewing-waits/w1/acceptance',
    'POST /api/viewing-waits/w1/withdrawal',
  ]);
});
