import type { ChannelView } from '@guihu/shared';

const AT_THE_DESK = ['walk-in.visit', 'walk-in.call', 'referral.owner'];

/** The channels a desk meets all day, and the one chosen when it is another; the rest are behind 更多渠道. */
export function nearChannels(channels: readonly ChannelView[], chosen: string | null): ChannelView[] {
  const near = channels.filter(({ code }) => AT_THE_DESK.includes(code) || code === chosen);
  return near.length > 0 ? near : channels.slice(0, AT_THE_DESK.length);
}

/** Channels under their roots, in the order in which they come. */
export function byRoot(channels: readonly ChannelView[]): { rootName: string; channels: ChannelView[] }[] {
  const roots = [...new Set(channels.map(({ rootName }) => rootName))];
  return roots.map((rootName) => ({ rootName, channels: channels.filter((channel) => channel.rootName === rootName) }));
}
