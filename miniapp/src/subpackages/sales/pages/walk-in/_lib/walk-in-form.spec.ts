import { faultsOfWalkIn, NEW_WALK_IN, walkInOf } from './walk-in-form';

const whole = { ...NEW_WALK_IN, projectId: 'p', name: ' 周屿 ', phone: '138 2000-1111' };

it('asks for a name and a whole number, and nothing else', () => {
  expect(faultsOfWalkIn(NEW_WALK_IN)).toEqual({
    projectId: '请选择楼盘',
    name: '请填写怎么称呼，只知道姓也可以',
    phone: '请填写手机号',
  });
  expect(faultsOfWalkIn({ ...whole, phone: '138' }).phone).toContain('11 位');
  expect(faultsOfWalkIn(whole)).toEqual({});
});

it('sends what was filled and nothing that was not', () => {
  expect(walkInOf(whole)).toEqual({ projectId: 'p', name: '周屿', phone: '13820001111' });
  expect(walkInOf({ ...whole, partySize: 3, channelCode: 'walk-in.visit' })).toMatchObject({ partySize: 3, channelCode: 'walk-in.visit' });
});
