import { StaffQueries } from '../../src/modules/registers/staff';
import { type RegistersWorld, seededRegisters } from '../support/registers';

describe('colleagues', () => {
  let world: RegistersWorld;
  let staff: StaffQueries;
  let lin: string;

  beforeAll(async () => {
    world = await seededRegisters();
    staff = world.module.get(StaffQueries);
    lin = await world.staffId('agent-lin');
  });
  afterAll(() => world?.stop());

  const names = async (ids: readonly string[]) => {
    const found = await staff.byIds(ids);
    return ids.map((id) => found.get(id)?.name);
  };
  const namesOf = async (selling: readonly { name: string }[]) => selling.map((s) => s.name).sort();
  const change = (id: string, set: string) => world.database.rows(`UPDATE staff SET ${set} WHERE id = ?`, [id]);

  it('sell the projects they are posted to, agents only', async () => {
    const yunxi = await staff.sellingStaff(await world.projectId('YX'));
    expect(await namesOf(yunxi)).toEqual(['吴悦', '孙佳', '林晓', '赵一鸣', '郑凯', '钱程'].sort());
    expect(await namesOf(await staff.sellingStaff(await world.projectId('LT')))).toEqual(['吴悦', '郑凯', '钱程'].sort());
    expect(yunxi.find((s) => s.id === lin)).toEqual({
      id: lin,
      name: '林晓',
      roles: ['agent'],
      teamId: expect.any(String),
      active: true,
      onDuty: true,
      capacity: 60,
      dailyQuota: 30,
      skills: ['high-rise', 'low-rise'],
      shiftId: expect.any(String),
    });
  });

  it('one who left is offered nothing and signs in no more, and keeps a name and the leads of the team', async () => {
    const teams = await staff.ledTeams(await world.staffId('supervisor'));
    await change(lin, 'active = 0');
    expect(await namesOf(await staff.sellingStaff(await world.projectId('YX')))).not.toContain('林晓');
    expect(await staff.member(lin)).toBeNull();
    expect(await staff.idByPhoneIndex(world.cipher.blindIndex('+8613900010004'))).toBeNull();
    expect((await staff.byIds([lin])).get(lin)).toMatchObject({ name: '林晓', active: false });
    expect(await staff.teamMembers(teams)).toContain(lin);
    await change(lin, 'active = 1');
  });

  it('the switch is read afresh, not remembered', async () => {
    const project = await world.projectId('YX');
    await staff.sellingStaff(project);
    await change(lin, 'on_duty = 0');
    expect((await staff.sellingStaff(project)).find((s) => s.id === lin)?.onDuty).toBe(false);
    await change(lin, 'on_duty = 1');
  });

  it('asking who sells takes one statement', async () => {
    const project = await world.projectId('YX');
    const query = jest.spyOn(world.database.dataSource.driver, 'createQueryRunner');
    await staff.sellingStaff(project);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  it('have a leader, and the leader has none', async () => {
    const leader = await staff.leaderOf(lin);
    expect(await names([leader!])).toEqual(['何静']);
    expect(await names([(await staff.leaderOf(await world.staffId('agent-wu')))!])).toEqual(['罗成']);
    expect(await staff.leaderOf(leader!)).toBeNull();
    expect(await staff.leaderOf(await world.staffId('clerk'))).toBeNull();
    await change(leader!, 'active = 0');
    expect(await staff.leaderOf(lin)).toBeNull();
    await change(leader!, 'active = 1');
  });

  it('stand in teams of their own', async () => {
    const [first, second] = await Promise.all(
      ['supervisor', 'supervisor-b'].map(async (key) => staff.ledTeams(await world.staffId(key as 'supervisor'))),
    );
    expect((await names(await staff.teamMembers(first!))).sort()).toEqual(
      ['丁师傅', '何静', '孙佳', '林晓', '赵一鸣', '韩师傅', '马师傅'].sort(),
    );
    expect((await names(await staff.teamMembers(second!))).sort()).toEqual(['吴悦', '罗成', '郑凯', '钱程'].sort());
    expect(await staff.teamMembers([])).toEqual([]);
  });

  it('serve homes as engineers and customer relations, with a leader of their own', async () => {
    const [yunxi, other] = await Promise.all([world.projectId('YX'), world.projectId('LT')]);
    const serving = await staff.servingStaff(yunxi);
    expect(serving.flatMap((s) => s.roles)).toEqual(['relations', 'engineer', 'engineer', 'engineer']);
    expect(serving.find((s) => s.roles.includes('relations'))?.skills).toEqual(['complaint']);
    expect(await staff.servingStaff(other)).toEqual([]);
    const leader = await world.staffId('supervisor');
    expect(await staff.serviceLeaderOf(yunxi)).toBe(leader);
    expect(await staff.serviceLeaderOf(other)).toBeNull();
    const [service] = await staff.serviceTeams(await staff.ledTeams(leader));
    expect(service?.projectId).toBe(yunxi);
    expect((await staff.teamMembers([service!.id])).sort()).toEqual(serving.filter((s) => s.roles.includes('engineer')).map((s) => s.id));
    expect(await staff.serviceTeams(await staff.ledTeams(await world.staffId('supervisor-b')))).toEqual([]);
    await change(leader, 'active = 0');
    expect(await staff.serviceLeaderOf(yunxi)).toBeNull();
    await change(leader, 'active = 1');
  });

  it('have a manager at each project, and see the projects they are posted to', async () => {
    for (const code of ['YX', 'LT'] as const) expect(await names(await staff.managersOf(await world.projectId(code)))).toEqual(['周明']);
    const both = [await world.projectId('YX'), await world.projectId('LT')];
    expect(await staff.projectsOf(await world.staffId('clerk'))).toEqual([both[0]]);
    expect((await staff.projectsOf(await world.staffId('manager'))).sort()).toEqual([...both].sort());
  });

  it('are known by their sealed phone', async () => {
    expect(await staff.member(lin)).toMatchObject({
      name: '林晓',
      roles: ['agent'],
      phone: '+8613900010004',
      onDuty: true,
      ledTeamIds: [],
    });
    expect(await staff.idByPhoneIndex(world.cipher.blindIndex('+8613900010004'))).toEqual({ id: lin, name: '林晓' });
    const [row] = await world.database.rows<{ phone_sealed: string }>('SELECT phone_sealed FROM staff WHERE id = ?', [lin]);
    expect(row?.phone_sealed).not.toContain('139');
  });

  it('show customers the switchboard, never the private number', async () => {
    expect(await staff.card(lin)).toEqual({
      id: lin,
      name: '林晓',
      title: '置业顾问',
      phone: '0571-1000 6188 转 801',
      intro: expect.any(String),
    });
    expect(await staff.card('nobody')).toBeNull();
    expect(await staff.cards([])).toEqual(new Map());
  });
});
