import type { StaffWorkOrderVerb, WorkOrderStatus } from '@guihu/shared';
import { layOutActions } from './order-actions';

const laid = (status: WorkOrderStatus, allowed: StaffWorkOrderVerb[], mine = true) => {
  const { bar, more } = layOutActions({ status, allowed, mine });
  return [bar.map(({ text }) => text), more.map(({ text }) => text)];
};

it('puts a yes and a no beside each other while an answer is awaited', () => {
  expect(laid('dispatched', ['accept', 'return', 'transfer', 'revealPhone'])).toEqual([
    ['暂不接', '接单'],
    ['打电话', '转单'],
  ]);
  expect(laid('dispatched', ['claim'], false)).toEqual([['抢单'], []]);
});

it('offers the way to the home before arrival, and the end after it', () => {
  expect(laid('accepted', ['arrive', 'pause', 'finish', 'return', 'transfer', 'contract', 'revealPhone'])).toEqual([
    ['打电话', '我已到场'],
    ['完成', '暂停', '退回', '转单', '转外部单位'],
  ]);
  expect(laid('working', ['pause', 'finish', 'return', 'transfer', 'contract', 'revealPhone'])[0]).toEqual(['暂停', '完成']);
  expect(laid('paused', ['resume', 'transfer', 'revealPhone'])[0]).toEqual(['打电话', '继续处理']);
});

it('lets a supervisor hand over what is somebody else’s', () => {
  expect(laid('accepted', ['transfer', 'grade', 'cancel', 'revealPhone'], false)).toEqual([
    ['打电话', '改派'],
    ['评级', '取消工单'],
  ]);
  expect(laid('working', ['finish', 'pause', 'transfer', 'revealPhone'], false)).toEqual([
    ['打电话', '改派'],
    ['完成', '暂停'],
  ]);
});

it('shows a button for what the server allows, once, and for nothing else', () => {
  const all: StaffWorkOrderVerb[] = [
    'accept',
    'claim',
    'arrive',
    'pause',
    'resume',
    'finish',
    'return',
    'transfer',
    'contract',
    'grade',
    'respond',
    'cancel',
  ];
  for (const status of ['dispatched', 'accepted', 'working', 'paused'] as const) {
    const { bar, more } = layOutActions({ status, allowed: all, mine: true });
    expect([...bar, ...more].map(({ key }) => key).sort()).toEqual([...all].sort());
  }
  expect(laid('closed', [])).toEqual([[], []]);
});
