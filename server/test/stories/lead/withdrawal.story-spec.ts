import { startApp, type TestApp } from '../../support/app';
import { aLead, allAgents, holderOf, submit } from '../../support/leads';
import { expectProblem } from '../../support/refusals';

describe('a customer who takes back the agreement to be contacted', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  it('is promised no call any more, and nobody is told the number', async () => {
    const person = await world.stranger('withdraws', '+8613700006789');
    await person.post('/api/me/phone', { code: await person.phoneCode() });
    const { id } = (await submit(world, person, await aLead(world, {}))).body;
    await world.travel('PT0S');
    const promise = async () => (await person.get('/api/me/leads')).body.items[0].promise;
    expect(await promise()).toMatch(/前与您联系/);

    await person.post('/api/me/consents/withdrawal', { purposes: ['service'] });
    expect(await promise()).toBe('您已撤回联系授权，我们不会再主动联系您');
    const { agent } = await holderOf(world, await allAgents(world), id);
    expectProblem(await agent.post(`/api/staff/leads/${id}/phone-reveal`), 'policy.consent-withdrawn');
  });
});
