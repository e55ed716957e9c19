import type { ChannelView } from '@guihu/shared';
import { byRoot, type EntryForm, entryOf, faultsOfEntry, isWholePhone, NEW_ENTRY, nearChannels } from './entry-form';

const whole: EntryForm = { ...NEW_ENTRY, projectId: 'p', name: ' 陈一诺 ', phone: '138 2000-1111', wish: '三房', productType: 'high-rise' };
const channel = (code: string, rootName: string): ChannelView => ({ code, name: code, root: rootName, rootName });
const channels = [
  channel('online.douyin', '线上平台'),
  channel('walk-in.visit', '自然到访'),
  channel('walk-in.call', '自然到访'),
  channel('campaign.expo', '营销活动'),
];

it('knows a whole number from one being typed', () => {
  expect(['1382000111', '13820001111', '138 2000 1111', '+85261234567', '+8526', '23820001111'].map(isWholePhone)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

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

it('keeps the desk’s channels at hand, with the one chosen from the others', () => {
  expect(nearChannels(channels, null).map(({ code }) => code)).toEqual(['walk-in.visit', 'walk-in.call']);
  expect(nearChannels(channels, 'campaign.expo').map(({ code }) => code)).toContain('campaign.expo');
});

it('lists every channel once under its root', () => {
  expect(byRoot(channels).map(({ rootName, channels: of }) => [rootName, of.length])).toEqual([
    ['线上平台', 1],
    ['自然到访', 2],
    ['营销活动', 1],
  ]);
});
