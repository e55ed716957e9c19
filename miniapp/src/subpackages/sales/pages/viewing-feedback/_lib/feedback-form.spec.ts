import { type FeedbackForm, faultsOfFeedback, feedbackOf, NEW_FEEDBACK, objectionsAfter } from './feedback-form';

const WALKED = { shown: [], planned: true };
const NOW = Date.parse('2026-11-29T03:00:00Z');
const whole: FeedbackForm = { ...NEW_FEEDBACK, objections: ['price'], tour: ['sandbox', 'showroom'], words: ' 想和家人商量 ' };

it('names what is missing in sentences', () => {
  expect(Object.keys(faultsOfFeedback(NEW_FEEDBACK, WALKED, NOW))).toEqual(['tour', 'objections', 'words']);
  expect(faultsOfFeedback(whole, WALKED, NOW)).toEqual({});
});

it('wants a next plan and its time together, and the time ahead', () => {
  expect(faultsOfFeedback({ ...whole, nextPlan: '发价格资料' }, WALKED, NOW)).toEqual({ nextAt: '请选择下次的时间' });
  expect(faultsOfFeedback({ ...whole, nextAt: NOW + 1 }, WALKED, NOW)).toEqual({ nextPlan: '请写下次准备做什么' });
  expect(faultsOfFeedback({ ...whole, nextPlan: '回访', nextAt: NOW }, WALKED, NOW)).toEqual({ nextAt: '下次跟进时间需要晚于现在' });
});

it('lets no worry stand beside 没有顾虑', () => {
  expect(objectionsAfter(['price'], ['price', 'none'])).toEqual(['none']);
  expect(objectionsAfter(['none'], ['none', 'loan'])).toEqual(['loan']);
  expect(objectionsAfter(['price', 'loan'], ['loan'])).toEqual(['loan']);
});

it('sends what was filled, trimmed, and nothing that was not', () => {
  expect(feedbackOf(whole, WALKED, 'hot')).toEqual({
    objections: ['price'],
    tour: ['sandbox', 'showroom'],
    words: '想和家人商量',
    level: 'hot',
  });
  expect(feedbackOf({ ...whole, nextPlan: '回访', nextAt: NOW + 1000 }, WALKED, null)).toMatchObject({
    nextPlan: '回访',
    nextAt: '2026-11-29T03:00:01.000Z',
  });
});

it('takes over what was ticked while the visitor was there, until somebody says otherwise', () => {
  const walked = { shown: ['needs', 'sandbox'] as const, planned: true };
  const written = { ...whole, tour: null };
  expect(faultsOfFeedback(written, walked, NOW)).toEqual({});
  expect(feedbackOf(written, walked, null).tour).toEqual(['needs', 'sandbox']);
  expect(feedbackOf({ ...written, tour: ['site'] }, walked, null).tour).toEqual(['site']);
  expect(Object.keys(faultsOfFeedback({ ...written, tour: [] }, walked, NOW))).toEqual(['tour']);
});

it('asks for no tour where none is walked', () => {
  expect(faultsOfFeedback({ ...whole, tour: null }, { shown: [], planned: false }, NOW)).toEqual({});
});
