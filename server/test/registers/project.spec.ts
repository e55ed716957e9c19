import { CHANNEL_ROOTS } from '@guihu/shared';
import { ChannelDirectory, OWN_FORM_CHANNEL, ProjectQueries, UNRECOGNISED_CHANNEL } from '../../src/modules/registers/project';
import { type RegistersWorld, seededRegisters } from '../support/registers';

describe('projects on show', () => {
  let world: RegistersWorld;
  let projects: ProjectQueries;
  let yunxi: string;

  beforeAll(async () => {
    world = await seededRegisters();
    projects = world.module.get(ProjectQueries);
    yunxi = await world.projectId('YX');
  });
  afterAll(() => world?.stop());

  const sell = (state: string, where: string, ...values: unknown[]) =>
    world.database.rows(`UPDATE units SET state = ? WHERE ${where}`, [state, ...values]);

  it('stand in the order of the developer, on one page', async () => {
    const page = await projects.list();
    expect(page.items.map((p) => p.name)).toEqual(['云溪府', '澜庭']);
    expect(page.nextCursor).toBeNull();
    expect(page.items[0]).toMatchObject({
      city: '杭州',
      areaMin: 89,
      areaMax: 168,
      productTypes: ['high-rise', 'low-rise'],
      buildings: [
        { name: '1 号楼', floors: 18, unitsPerFloor: 4, productType: 'high-rise' },
        { name: '2 号楼', floors: 18, unitsPerFloor: 4, productType: 'high-rise' },
        { name: '3 号楼', floors: 8, unitsPerFloor: 2, productType: 'low-rise' },
        { name: '5 号楼', floors: 8, unitsPerFloor: 2, productType: 'low-rise' },
      ],
    });
  });

  it('show the cheapest available home of each layout and how many are left', async () => {
    const { layouts, priceFrom } = await projects.detail(yunxi);
    expect(layouts.map((l) => l.code)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(layouts[2]?.areaSqm).toBe(118.6);
    for (const layout of layouts) {
      const homes = await world.database.rows<{ price: number | string; state: string }>(
        'SELECT price, state FROM units WHERE layout_id = ?',
        [layout.id],
      );
      const free = homes.filter((home) => home.state === 'available').map((home) => Number(home.price));
      expect(free.length).toBeGreaterThan(0);
      expect(free.length).toBeLessThan(homes.length);
      expect([layout.priceFrom, layout.unitsLeft]).toEqual([Math.min(...free), free.length]);
    }
    expect(priceFrom).toBe(Math.min(...layouts.map((l) => l.priceFrom!)));
  });

  it('name no price for a layout that is sold out', async () => {
    const [layout] = (await projects.detail(yunxi)).layouts;
    await sell('sold', 'layout_id = ?', layout!.id);
    const [soldOut, next] = (await projects.detail(yunxi)).layouts;
    expect(soldOut).toMatchObject({ priceFrom: null, unitsLeft: 0 });
    expect((await projects.list()).items[0]?.priceFrom).toBe(next?.priceFrom);
    await sell('available', 'layout_id = ?', layout!.id);
  });

  it('keep their prices inside where the developer says so (G11), and still say what is left', async () => {
    const lanting = await projects.detail(await world.projectId('LT'));
    expect(lanting.priceFrom).toBeNull();
    expect(lanting.layouts.map((l) => l.priceFrom)).toEqual([null, null]);
    expect(lanting.layouts.every((l) => l.unitsLeft > 0)).toBe(true);
    expect((await projects.list()).items[1]?.priceFrom).toBeNull();
  });

  it('a stranger finds nothing under a made-up id, nor a project taken off show', async () => {
    await expect(projects.detail('no-such-project')).rejects.toThrow('project.not-found');
    await world.database.rows('UPDATE projects SET active = 0 WHERE id = ?', [yunxi]);
    await expect(projects.detail(yunxi)).rejects.toThrow('project.not-found');
    expect((await projects.list()).items.map((p) => p.name)).toEqual(['澜庭']);
    await world.database.rows('UPDATE projects SET active = 1 WHERE id = ?', [yunxi]);
  });

  it('are remembered by name for half a minute, or until told', async () => {
    expect(await projects.find(yunxi)).toEqual({
      id: yunxi,
      code: 'YX',
      name: '云溪府',
      address: '杭州市余杭区云溪路 188 号',
      active: true,
    });
    expect(await projects.find('no-such-project')).toBeNull();
    expect(await projects.names([yunxi, yunxi, 'no-such-project'])).toEqual(new Map([[yunxi, '云溪府']]));
    await world.database.rows(`UPDATE projects SET name = '云溪里' WHERE id = ?`, [yunxi]);
    expect((await projects.find(yunxi))?.name).toBe('云溪府');
    world.clock.advance(30_000);
    expect((await projects.find(yunxi))?.name).toBe('云溪里');
    await world.database.rows(`UPDATE projects SET name = '云溪府' WHERE id = ?`, [yunxi]);
    projects.invalidate();
    expect((await projects.find(yunxi))?.name).toBe('云溪府');
  });
});

describe('channels', () => {
  let world: RegistersWorld;
  let channels: ChannelDirectory;

  beforeAll(async () => {
    world = await seededRegisters();
    channels = world.module.get(ChannelDirectory);
  });
  afterAll(() => world?.stop());

  it('hang under the five lawful roots (A6), each with two to four entries', async () => {
    const listed = await channels.list();
    const all = [...listed.map((c) => c.root), 'other'];
    for (const root of Object.keys(CHANNEL_ROOTS)) expect([2, 3, 4]).toContain(all.filter((r) => r === root).length);
    expect(listed.every((c) => c.rootName === CHANNEL_ROOTS[c.root as keyof typeof CHANNEL_ROOTS])).toBe(true);
  });

  it('know the form of the mini-program and the place where unknown codes wait, which nobody chooses', async () => {
    expect(await channels.find(OWN_FORM_CHANNEL)).toMatchObject({ name: '小程序留资', root: 'online', rootName: '线上平台' });
    expect(await channels.find(UNRECOGNISED_CHANNEL)).toMatchObject({ root: 'other', active: true });
    expect((await channels.list()).map((c) => c.code)).not.toContain(UNRECOGNISED_CHANNEL);
    expect(await channels.find('online.unheard-of')).toBeNull();
  });

  it.each(['400来电', '４００ 来电', ' 400 来 电 ', 'WALK-IN.CALL'])('are found by what a table says: %s', async (text) => {
    expect((await channels.byName(text))?.code).toBe('walk-in.call');
  });

  it('a retired channel is offered to nobody and still has its name', async () => {
    await world.database.rows(`UPDATE channels SET active = 0 WHERE code = 'online.douyin'`);
    expect((await channels.find('online.douyin'))?.active).toBe(true);
    channels.invalidate();
    expect(await channels.find('online.douyin')).toMatchObject({ name: '抖音直播', active: false });
    expect((await channels.list()).map((c) => c.code)).not.toContain('online.douyin');
    expect(await channels.byName('抖音直播')).toBeNull();
  });
});
