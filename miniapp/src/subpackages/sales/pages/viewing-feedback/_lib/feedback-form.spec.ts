import { type FeedbackForm, faultsOfFeedback, feedbackOf, NEW_FEEDBACK, objectionsAfter } from './feedback-form';

const NOW = Date.parse('2026-11-29T03:00:00Z');
const whole: FeedbackForm = { ...NEW_FEEDBACK, objections: ['price'], tour: ['sandbox', 'showroom'], words: ' 想和家人商量 ' };

it('names what is missing in sentences', () => {
  expect(Object.keys(faultsOfFeedback(NEW_FEEDBACK, NOW))).toEqual(['tour', 'objections', 'words']);
  expect(faultsOfFeedback(whole, NOW)).toEqual({});
});

it('wants a next plan and its time together, and the time ahead', () => {
  expect(faultsOfFeedback({ ...whole, nextPlan: '发价格资料' }, NOW)).toEqual({ nextAt: '请选择下次的时间' });
  expect(faultsOfFeedback({ ...whole, nextAt: NOW + 1 }, NOW)).toEqual({ nextPlan: '请写下次准备做什么' });
  expect(faultsOfFeedback({ ...whole, nextPlan: '回访', nextAt: NOW }, NOW)).toEqual({ nextAt: '下次跟进时间需要晚于现在' });
});

it('lets no worry stand beside 没有顾虑', () => {
  expect(objectionsAfter(['price'], ['price', 'none'])).toEqual(['none']);
  expect(objectionsAfter(['none'], ['none', 'loan'])).toEqual(['loan']);
  expect(objectionsAfter(['price', 'loan'], ['loan'])).toEqual(['loan']);
});

it('sends what was filled, trimmed, and nothing that was not', () => {
  expect(feedbackOf(whole, 'hot')).toEqual({
    objections: ['price'],
    tour: ['sandbox', 'showroom'],
    words: '想和家人商量',
    level: 'hot',
  });
  expect(feedbackOf({ ...whole, nextPlan: '回访', nextAt: NOW + 1000 }, null)).toMatchObject({
    nextPlan: '回访',
    nextAt: '2026-11-29T03:00:01.000Z',
  });
});
