import { SIMULATED_APPS } from './simulator/cast';
import { personaIdentity } from './simulator/identity';
import { MemoryTokenStore } from './token-store';
import { openWorld, type SimulatorWorld } from './wechat.fixture';

const LIN = personaIdentity('agent-lin');
const OA = SIMULATED_APPS.oa.appid;

let world: SimulatorWorld;
let fetched: number;

beforeEach(async () => {
  world = await openWorld();
  fetched = 0;
  const issue = world.wechat.tokens.fetchStable.bind(world.wechat.tokens);
  world.wechat.tokens.fetchStable = (appid, forced) => {
    fetched += 1;
    return issue(appid, forced);
  };
});
afterEach(() => world.close());

/** Somebody with the secret forces a new token elsewhere, which ends ours at once. */
const endTokenElsewhere = () =>
  fetch(`${world.baseUrl}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', ...pick(SIMULATED_APPS.oa), force_refresh: true }),
  });
const pick = ({ appid, secret }: { appid: string; secret: string }) => ({ appid, secret });

describe('access tokens', () => {
  it('are fetched once for fifty first calls at the same time, asking the shared store once too', async () => {
    const tokenStore = new MemoryTokenStore();
    const lock = jest.spyOn(tokenStore, 'lock');
    const client = world.client({ tokenStore });
    await Promise.all(Array.from({ length: 50 }, () => client.userInfo(LIN.oaOpenid)));
    expect(fetched).toBe(1);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('are shared by two processes', async () => {
    const tokenStore = new MemoryTokenStore();
    const [first, second] = [world.client({ tokenStore }), world.client({ tokenStore })];
    await Promise.all([first.userInfo(LIN.oaOpenid), second.userInfo(LIN.oaOpenid)]);
    expect(fetched).toBe(1);
  });

  it('are renewed when replaced by a newer one (40001), once for many callers', async () => {
    const tokenStore = new MemoryTokenStore();
    const [first, second] = [world.client({ tokenStore }), world.client({ tokenStore })];
    await Promise.all([first.userInfo(LIN.oaOpenid), second.userInfo(LIN.oaOpenid)]);
    await endTokenElsewhere();
    fetched = 0;
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? first : second).userInfo(LIN.oaOpenid)));
    expect(fetched).toBe(1);
  });

  it('are renewed when unknown to WeChat (40014)', async () => {
    const tokenStore = new MemoryTokenStore();
    await tokenStore.save(OA, { value: 'a-token-of-yesterday', expiresAt: Number.MAX_SAFE_INTEGER });
    await expect(world.client({ tokenStore }).userInfo(LIN.oaOpenid)).resolves.toMatchObject({ subscribed: true });
    expect((await tokenStore.get(OA))?.value).not.toBe('a-token-of-yesterday');
  });

  it('are renewed when past their time although our clock says otherwise (42001)', async () => {
    const frozen = world.clock.now();
    const client = world.client({ now: () => frozen });
    await client.userInfo(LIN.oaOpenid);
    world.clock.advance({ minutes: 121 });
    fetched = 0;
    await expect(client.userInfo(LIN.oaOpenid)).resolves.toMatchObject({ subscribed: true });
    expect(fetched).toBe(1);
  });

  it('are renewed before their end without a refused call', async () => {
    const client = world.client();
    await client.userInfo(LIN.oaOpenid);
    world.clock.advance({ minutes: 119, seconds: 30 });
    await client.userInfo(LIN.oaOpenid);
    expect(fetched).toBe(2);
  });

  it.each([40001, 40014, 42001])('are replaced by force when WeChat refuses with %i and would give the same again', async (errcode) => {
    const tokenStore = new MemoryTokenStore();
    const client = world.client({ tokenStore });
    await client.userInfo(LIN.oaOpenid);
    const before = await tokenStore.get(OA);
    await world.control('POST', '/faults', { path: '/cgi-bin/user/info', errcode, times: 1 });
    await expect(client.userInfo(LIN.oaOpenid)).resolves.toMatchObject({ subscribed: true });
    expect((await tokenStore.get(OA))?.value).not.toBe(before?.value);
  });

  it('are retried once and no more', async () => {
    const client = world.client();
    await world.control('POST', '/faults', { path: '/cgi-bin/user/info', errcode: 40001, times: 3 });
    await expect(client.userInfo(LIN.oaOpenid)).rejects.toEqual(expect.objectContaining({ errcode: 40001, kind: 'temporary' }));
    expect((await world.control<{ items: { times: number }[] }>('GET', '/faults')).items[0]?.times).toBe(1);
  });

  it('come from the basic endpoint for an account without the stable one', async () => {
    await world.control('POST', '/faults', { path: '/cgi-bin/stable_token', errcode: 48001, times: 1 });
    await expect(world.client().userInfo(LIN.oaOpenid)).resolves.toMatchObject({ subscribed: true });
    expect(fetched).toBe(0);
  });

  it('that cannot be fetched refuse the call, and the next call asks again', async () => {
    const client = world.client();
    await world.control('POST', '/faults', { path: '/cgi-bin/stable_token', errcode: -1, times: 1 });
    await expect(client.userInfo(LIN.oaOpenid)).rejects.toEqual(expect.objectContaining({ kind: 'temporary' }));
    await expect(client.userInfo(LIN.oaOpenid)).resolves.toMatchObject({ subscribed: true });
  });

  it('keep the two apps apart', async () => {
    const tokenStore = new MemoryTokenStore();
    const client = world.client({ tokenStore });
    await client.userInfo(LIN.oaOpenid);
    await client.phoneNumber('none').catch(() => undefined);
    expect((await tokenStore.get(OA))?.value).not.toBe((await tokenStore.get(SIMULATED_APPS.mp.appid))?.value);
  });
});
