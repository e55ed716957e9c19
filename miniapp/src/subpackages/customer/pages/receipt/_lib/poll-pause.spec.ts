import type { MyLead } from '@guihu/shared';
import { pollPauseMs } from './poll-pause';

const lead = (part: Partial<MyLead>): Pick<MyLead, 'status' | 'agent' | 'steps'> => ({
  status: 'received',
  agent: null,
  steps: [],
  ...part,
});
const agent = { id: 's', name: '林晓', title: '置业顾问', phone: null, intro: null };

it('asks often in the first minute, then rarely', () => {
  expect(pollPauseMs(null, 0)).toBe(3_000);
  expect(pollPauseMs(lead({}), 59_999)).toBe(3_000);
  expect(pollPauseMs(lead({}), 60_000)).toBe(15_000);
});

it('slows down once somebody is chosen and stops when they have called', () => {
  expect(pollPauseMs(lead({ status: 'offered', agent }), 0)).toBe(30_000);
  expect(pollPauseMs(lead({ agent, steps: [{ title: '', text: '', at: null, state: 'done' }] }), 0)).toBeNull();
  expect(pollPauseMs(lead({ status: 'closed' }), 0)).toBeNull();
});
