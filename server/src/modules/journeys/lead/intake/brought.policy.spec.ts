import { broughtBy, type ReadCode } from './brought.policy';

const good: ReadCode = { id: 'c1', code: 'ABCDE12345', state: 'active', projectId: 'p1', channelCode: 'campaign.expo', staffId: 's1' };
const nothing = { note: null, liveCode: null, preferredStaffId: null, notice: null };

describe('where a lead comes from', () => {
  it('is the channel that the form named, or our own form', () => {
    expect(broughtBy('', null, null, 'p1')).toEqual({ channelCode: 'online.miniprogram', ...nothing });
    expect(broughtBy('', null, 'online.douyin', 'p1')).toEqual({ channelCode: 'online.douyin', ...nothing });
  });

  it('is what a good code says, before what the form says', () => {
    const bound = { ...nothing, liveCode: { id: 'c1', code: 'ABCDE12345' }, preferredStaffId: 's1' };
    expect(broughtBy('abcde12345', good, 'online.douyin', 'p1')).toEqual({ ...bound, channelCode: 'campaign.expo' });
    expect(broughtBy('x', { ...good, channelCode: null }, null, 'p1')).toEqual({ ...bound, channelCode: 'online.miniprogram' });
  });

  it.each(['retired', 'expired'] as const)('is the channel of a code that is %s, bound to nobody', (state) => {
    const brought = broughtBy('x', { ...good, state }, null, 'p1');
    expect(brought).toMatchObject({ channelCode: 'campaign.expo', liveCode: null, preferredStaffId: null });
    expect([brought.note, brought.notice]).toEqual([expect.stringContaining('ABCDE12345'), expect.stringContaining('登记不受影响')]);
  });

  it('is nothing that another project’s code says', () => {
    expect(broughtBy('x', good, null, 'p2')).toMatchObject({ channelCode: 'online.miniprogram', liveCode: null, preferredStaffId: null });
    expect(broughtBy('x', good, null, 'p2').notice).not.toBeNull();
  });

  it('waits to be looked at when nobody knows the code', () => {
    expect(broughtBy('x', null, null, 'p1')).toEqual({ ...nothing, channelCode: 'other.unrecognised', note: '原活码：x' });
    expect(broughtBy('x', null, 'online.douyin', 'p1')).toMatchObject({ channelCode: 'online.douyin', note: '原活码：x' });
  });
});
