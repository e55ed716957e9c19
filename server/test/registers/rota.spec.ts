import { RotaQueries } from '../../src/modules/registers/staff';
import { newId } from '../../src/platform/database/columns';
import { insertRows } from '../../src/platform/database/database';
import { beijing, MONDAY_TEN, type RegistersWorld, seededRegisters } from '../support/registers';

describe('who is there when', () => {
  let world: RegistersWorld;
  let rota: RotaQueries;
  let shi: string;
  let ding: string;

  beforeEach(async () => {
    world = await seededRegisters();
    rota = world.module.get(RotaQueries);
    shi = await world.staffId('engineer');
    ding = await world.staffId('engineer-ding');
  });
  afterEach(() => world?.stop());

  const plant = (table: 'rota_turns' | 'leaves', staffId: string, from: string, to: string) =>
    world.database.transaction(async (tx) =>
      insertRows(tx, table, [
        {
          id: newId(),
          staff_id: staffId,
          from_at: beijing(from),
          to_at: beijing(to),
          ...(table === 'leaves' ? { reason: '家中有事' } : { project_id: await world.projectId('YX') }),
        },
      ]),
    );
  const at = async (staffId: string, text: string) => (await rota.presence([staffId], beijing(text))).get(staffId)!;

  it('a turn stands in place of the weekly shift for the whole of its days', async () => {
    await plant('rota_turns', shi, '2026-11-23 20:00', '2026-11-24 08:00');
    expect(await at(shi, '2026-11-23 10:00')).toEqual({
      inShift: false,
      clockStartsAt: beijing('2026-11-23 20:00'),
      endsAt: beijing('2026-11-24 08:00'),
      onLeave: false,
    });
    expect((await at(shi, '2026-11-24 03:00')).inShift).toBe(true);
    expect(await at(shi, '2026-11-24 08:00')).toMatchObject({ inShift: false, clockStartsAt: beijing('2026-11-25 00:00') });
    expect(await at(ding, '2026-11-23 10:00')).toMatchObject({ inShift: true, clockStartsAt: MONDAY_TEN, endsAt: null });
  });

  it('a leave takes time out of a turn and is known as one', async () => {
    await plant('rota_turns', shi, '2026-11-23 08:00', '2026-11-23 20:00');
    await plant('leaves', shi, '2026-11-23 09:00', '2026-11-23 12:00');
    expect(await at(shi, '2026-11-23 10:00')).toEqual({
      inShift: false,
      clockStartsAt: beijing('2026-11-23 12:00'),
      endsAt: beijing('2026-11-23 20:00'),
      onLeave: true,
    });
  });

  it('without a shift only turns count, and without either nobody is expected', async () => {
    await world.database.rows('UPDATE staff SET shift_id = NULL WHERE id = ?', [shi]);
    expect(await at(shi, '2026-11-23 10:00')).toEqual({ inShift: false, clockStartsAt: null, endsAt: null, onLeave: false });
    await plant('rota_turns', shi, '2026-11-23 22:00', '2026-11-24 06:00');
    expect(await at(shi, '2026-11-24 01:00')).toMatchObject({ inShift: true, endsAt: beijing('2026-11-24 06:00') });
    expect((await at(shi, '2026-11-24 06:00')).clockStartsAt).toBeNull();
  });

  it('asking for many takes as many statements as asking for one, and nobody in particular takes none', async () => {
    const counted = async (ids: string[]) => {
      const query = jest.spyOn(world.database.dataSource.driver, 'createQueryRunner');
      await rota.presence(ids, MONDAY_TEN);
      const times = query.mock.calls.length;
      query.mockRestore();
      return times;
    };
    await counted([shi]);
    expect(await counted([shi, ding])).toBe(await counted([shi]));
    expect(await counted([])).toBe(0);
    expect((await rota.presence(['nobody'], MONDAY_TEN)).size).toBe(0);
  });
});
