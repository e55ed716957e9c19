import { personaIdentity } from '../../../src/integrations/wechat/simulator/identity';
import { startApp, type TestApp } from '../../support/app';
import { deliver, fault, follows, offerTo, settle } from './notification.fixture';

const LIN = personaIdentity('agent-lin').oaOpenid;

describe('colleagues who follow already', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
    // As on an installation that is new while its account is not: WeChat knows the followers, we do not.
    await t.database.transaction(async (tx) => {
      await tx.query('DELETE FROM followers');
      await tx.query('UPDATE accounts SET oa_openid = NULL, follows_official_account = 0');
    });
  });
  afterAll(() => t.stop());

  it('are found by their unionid when the application starts, and can be told things', async () => {
    await fault(t, '/cgi-bin/user/get', { errcode: -1 });
    await settle(t);
    expect(await follows(t, 'agent-lin')).toBe(false);
    await settle(t, 'PT10S');
    expect(await follows(t, 'agent-lin')).toBe(true);
    const lin = (await t.as('agent-lin')).me.staffId as string;
    expect(await deliver(t, offerTo(lin))).toMatchObject({ channel: 'template', state: 'received' });
  });

  it('are looked through once a day, and only what is news is written', async () => {
    const [before] = await t.database.rows<{ updated_at: number }>('SELECT updated_at FROM followers WHERE id = ?', [LIN]);
    await t.database.transaction((tx) => tx.query('DELETE FROM followers WHERE id <> ?', [LIN]));
    const count = async () => Number((await t.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM followers'))[0]?.n);
    await settle(t, 'PT20H');
    expect(await count()).toBe(1);
    await settle(t, 'PT5H');
    expect(await count()).toBeGreaterThan(10);
    expect((await t.database.rows<{ updated_at: number }>('SELECT updated_at FROM followers WHERE id = ?', [LIN]))[0]).toEqual(before);
  });
});
