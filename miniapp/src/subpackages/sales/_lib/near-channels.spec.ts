import type { ChannelView } from '@guihu/shared';
import { byRoot, nearChannels } from './near-channels';

const channel = (code: string, rootName: string): ChannelView => ({ code, name: code, root: rootName, rootName });
const channels = [
  channel('online.douyin', '线上平台'),
  channel('walk-in.visit', '自然到访'),
  channel('walk-in.call', '自然到访'),
  channel('campaign.expo', '营销活动'),
];

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
