import type { Me, SessionAnswer } from '@guihu/shared';
import { createSession, may } from './session.store';

const me: Me = { accountId: 'a1', name: '林晓', phoneMasked: null, roles: ['agent'], permissions: ['self', 'lead.read'] };
const answer = (token: string): SessionAnswer => ({ token, expiresAt: '2026-11-23T10:00:00Z', me });

function world(kept: Record<string, unknown> = {}) {
  const store = { ...kept };
  let logins = 0;
  const session = createSession({
    obtainCode: async () => `code-${++logins}`,
    openSession: async (code) => answer(`token-for-${code}`),
    readMe: async () => ({ ...me, phoneMasked: '138****5678' }),
    recall: <T>(name: string) => (store[name] ?? null) as T | null,
    keep: (name, value) => {
      store[name] = value;
    },
    forget: (name) => {
      delete store[name];
    },
  });
  return { session, store, logins: () => logins };
}

it('signs in once however many ask at the same time', async () => {
  const { session, logins } = world();
  const tokens = await Promise.all([session.renew(), session.renew(), session.renew()]);
  expect(tokens).toEqual(['token-for-code-1', 'token-for-code-1', 'token-for-code-1']);
  expect(logins()).toBe(1);
});

it('signs in anew when asked again later', async () => {
  const { session, logins } = world();
  await session.renew();
  await session.renew();
  expect(logins()).toBe(2);
  expect(session.token()).toBe('token-for-code-2');
});

it('takes up the session kept on the device without signing in', async () => {
  const { session, logins } = world({ session: { token: 'kept', me } });
  await session.start();
  expect(session.token()).toBe('kept');
  expect(session.state()).toMatchObject({ status: 'signed-in', me });
  expect(logins()).toBe(0);
});

it('is a guest, with the reason, when nobody can be signed in, and forgets what was kept', async () => {
  const store: Record<string, unknown> = { session: { token: 'stale', me } };
  const session = createSession({
    obtainCode: async () => {
      throw new Error('nobody');
    },
    openSession: async () => answer('never'),
    readMe: async () => me,
    recall: <T>(name: string) => (store[name] ?? null) as T | null,
    keep: () => undefined,
    forget: (name) => {
      delete store[name];
    },
  });
  await session.start();
  await expect(session.renew()).resolves.toBeNull();
  expect(session.state()).toMatchObject({ status: 'guest', me: null, failure: new Error('nobody') });
  expect(store).toEqual({});
});

it('tells listeners who I am now, and stops when they leave', async () => {
  const { session } = world();
  const seen: (string | null)[] = [];
  const leave = session.subscribe(() => seen.push(session.state().me?.phoneMasked ?? null));
  await session.start();
  await session.refresh();
  leave();
  await session.renew();
  expect(seen).toEqual([null, '138****5678']);
});

it('lets a button ask for a permission', () => {
  expect(may(me, 'lead.read')).toBe(true);
  expect(may(me, 'rule.edit')).toBe(false);
  expect(may(null, 'self')).toBe(false);
});
