import type { SubscribeTemplate } from '@guihu/shared';
import Taro from '@tarojs/taro';
import { IS_H5 } from './environment';
import { asPersona } from './simulator';
import { askLikeWechat } from './wechat-sheet';

/** Old WeChat clients show at most three at once. */
const MOST_AT_ONCE = 3;

let templates: readonly SubscribeTemplate[] = [];

/** Hands over the templates fetched beforehand: inside the tap there is no time to wait for an answer. */
export function prepareSubscribe(fetched: readonly SubscribeTemplate[]): void {
  templates = fetched;
}

/**
 * Asks for permission to send messages. Must be the first thing a tap does, with nothing awaited before it, or WeChat refuses.
 * Resolves with the keys accepted; refusal is an answer like any other and never stops what the tap was for.
 */
export function askToSubscribe(keys: readonly string[]): Promise<string[]> {
  const wanted = templates.filter((template) => keys.includes(template.key)).slice(0, MOST_AT_ONCE);
  if (wanted.length === 0) return Promise.resolve([]);
  return (IS_H5 ? askBySheet(wanted) : askByWechat(wanted)).catch(() => []);
}

async function askByWechat(wanted: readonly SubscribeTemplate[]): Promise<string[]> {
  const tmplIds = wanted.map((template) => template.templateId);
  // `entityIds` is another platform's; WeChat ignores it.
  const answer = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) as unknown as Record<string, string>;
  return wanted.filter((template) => answer[template.templateId] === 'accept').map((template) => template.key);
}

async function askBySheet(wanted: readonly SubscribeTemplate[]): Promise<string[]> {
  const accepted = await askLikeWechat({
    title: '发送以下消息',
    note: '每次允许，可接收一次通知',
    yes: '允许',
    no: '取消',
    rows: wanted.map((template) => ({ key: template.key, label: template.title })),
  });
  if (!accepted || accepted.length === 0) return [];
  await asPersona('subscriptions', { templateKeys: accepted });
  return accepted;
}
