import type { MessageTemplate } from '../../../../integrations/wechat/message-templates.port';
import { linesOf, valuesOf } from './message-rendering';

const template: MessageTemplate = {
  key: 'lead-offered',
  channels: ['template'],
  title: '新客户待接单',
  fields: [
    { name: 'customer', key: 'thing1', label: '客户称呼', example: '许女士' },
    { name: 'count', key: 'character_string2', label: '数量', example: '3' },
    { name: 'acceptBy', key: 'time3', label: '接单截止', example: '2026年11月23日 10:15' },
  ],
};
const QUARTER_PAST_TEN = Date.parse('2026-11-23T02:15:00Z');
const name = '一位名字很长很长很长很长很长很长很长很长很长的客户';

describe('the inbox copy', () => {
  it('shows whole texts and Beijing times', () => {
    expect(linesOf(template, { customer: name, count: 3, acceptBy: QUARTER_PAST_TEN })).toEqual([
      { label: '客户称呼', value: name },
      { label: '数量', value: '3' },
      { label: '接单截止', value: '2026年11月23日 10:15' },
    ]);
  });

  it('has no line for what nobody said', () =>
    expect(linesOf(template, { count: 0, extra: 'x' })).toEqual([{ label: '数量', value: '0' }]));
});

describe('the values for WeChat', () => {
  it('are typed by the fields of the template, and nothing else travels', () => {
    expect(valuesOf(template, { customer: '许女士', count: 3, acceptBy: QUARTER_PAST_TEN, extra: 'x' })).toEqual({
      customer: '许女士',
      count: 3,
      acceptBy: new Date(QUARTER_PAST_TEN),
    });
  });

  it('refuse a time that is no instant', () => {
    expect(() => valuesOf(template, { customer: '许女士', acceptBy: '明天' })).toThrow(RangeError);
    expect(() => valuesOf(template, { customer: '许女士' })).toThrow('lead-offered.acceptBy');
  });
});
