import type { ChannelRoot } from '@guihu/shared';
import { newId } from '../platform/database/columns';
import { insertRows } from '../platform/database/database';
import type { Ground } from './world';

/** The five lawful roots of rule A6 and what stands under them, in the order people see. */
const CHANNELS: readonly (readonly [root: ChannelRoot, entry: string, name: string])[] = [
  ['online', 'miniprogram', '小程序留资'],
  ['online', 'portal', '房产门户'],
  ['online', 'douyin', '抖音直播'],
  ['online', 'website', '官方网站'],
  ['walk-in', 'visit', '售楼处到访'],
  ['walk-in', 'call', '400 来电'],
  ['campaign', 'expo', '房产展会'],
  ['campaign', 'roadshow', '社区巡展'],
  ['campaign', 'outdoor', '户外广告'],
  ['referral', 'owner', '老业主推荐'],
  ['referral', 'partner', '合作伙伴'],
  ['other', 'recognised', '其他认可渠道'],
  ['other', 'unrecognised', '渠道待核实'],
];

export async function seedChannels({ tx }: Ground): Promise<void> {
  const rows = CHANNELS.map(([root, entry, name], position) => ({
    id: newId(),
    code: `${root}.${entry}`,
    name,
    root,
    active: true,
    position,
  }));
  await insertRows(tx, 'channels', rows);
}
