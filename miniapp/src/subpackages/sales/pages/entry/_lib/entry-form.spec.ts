import { type EntryForm, entryOf, faultsOfEntry, NEW_ENTRY } from './entry-form';

const whole: EntryForm = { ...NEW_ENTRY, projectId: 'p', name: ' 陈一诺 ', phone: '138 2000-1111', wish: '三房', productType: 'high-rise' };

it('says what is missing in sentences', () => {
  expect(faultsOfEntry({ ...NEW_ENTRY, channelCode: null })).toEqual({
    projectId: '请选择楼盘',
    name: '请填写怎么称呼，只知道姓也可以',
    phone: '请填写手机号',
    channelCode: '请选择客户从哪里来',
  });
  expect(faultsOfEntry({ ...whole, phone: '138' }).phone).toContain('11 位');
});

it('sends what was filled and nothing that was not', () => {
  expect(entryOf(whole)).toEqual({
    projectId: 'p',
    name: '陈一诺',
    phone: '13820001111',
    channelCode: 'walk-in.visit',
    gender: 'unknown',
    intent: { productType: 'high-rise', note: '三房' },
  });
  expect(entryOf({ ...whole, wish: ' ', productType: null })).not.toHaveProperty('intent');
});
