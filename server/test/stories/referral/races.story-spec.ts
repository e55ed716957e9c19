import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, freshPhone } from '../../support/leads';
import { answerAsk, codeOf, refer, rowOf, tryRefer, visit } from '../../support/referrals';

const MANY = 20;

describe('many at once', () => {
  let world: TestApp;
  let manager: Person;
  let projectId: string;
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    projectId = (await aLead(world, {})).projectId;
  });
  afterAll(() => world?.stop());

  const statuses = (answers: { status: number }[]) => answers.map((a) => a.status).sort();

  it('one referrer who registers one friend twenty times at once has one referral', async () => {
    const referrer = await aVerifiedPerson(world);
    const phone = freshPhone();
    const answers = await Promise.all(Array.from({ length: MANY }, () => tryRefer(world, referrer, phone, { projectId })));
    expect(statuses(answers)).toEqual([201, ...Array(MANY - 1).fill(409)]);
  });

  it('of twenty friends at once ten are taken: the limit of a day holds', async () => {
    const referrer = await aVerifiedPerson(world);
    const answers = await Promise.all(Array.from({ length: MANY }, () => tryRefer(world, referrer, freshPhone(), { projectId })));
    expect(statuses(answers)).toEqual([...Array(10).fill(201), ...Array(10).fill(429)]);
  });

  it('two referrers in the same second both get a receipt; the friend says yes to both, one is signed, the other learns why not', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipts = await Promise.all([refer(world, one, friend.phone, { projectId }), refer(world, two, friend.phone, { projectId })]);
    const yes = await Promise.all(receipts.map((receipt) => answerAsk(world, friend, codeOf(receipt))));
    expect(statuses(yes)).toEqual([201, 201]);
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    const rows = await Promise.all(receipts.map((receipt) => rowOf(world, receipt.id)));
    expect(rows.map((row) => row.status)).toEqual(['visited', 'visited']);
    expect(rows.map((row) => row.standing).sort()).toEqual(['lost', 'won']);
    expect(rows[0]?.lead_id).toBe(rows[1]?.lead_id);
    const sign = (id: string) => manager.post(`/api/staff/referrals/${id}/stage`, { stage: 'signed', dealAmount: 100 });
    const signed = await Promise.all(receipts.flatMap(({ id }) => [sign(id), sign(id)]));
    expect(signed.filter((a) => a.body.status === 'signed')).toHaveLength(1);
    const after = await Promise.all(receipts.map((receipt) => rowOf(world, receipt.id)));
    expect(after.map((row) => [row.status, row.end_reason]).sort()).toEqual([
      ['ended', 'lost'],
      ['signed', null],
    ]);
    expect(after.find((row) => row.status === 'signed')?.standing).toBe('won');
    const winner = [...rows].sort((a, b) => Number(a.registered_at) - Number(b.registered_at) || (String(a.id) < String(b.id) ? -1 : 1))[0];
    expect(after.find((row) => row.status === 'signed')?.id).toBe(winner?.id);
  });

  it('a yes and the visit at the same moment end as a visited referral', async () => {
    const referrer = await aVerifiedPerson(world);
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone, { projectId });
    await Promise.all([answerAsk(world, friend, codeOf(receipt)), visit(world, friend, projectId)]);
    await world.travel('PT0S');
    expect((await rowOf(world, receipt.id)).status).toBe('visited');
  });
});
