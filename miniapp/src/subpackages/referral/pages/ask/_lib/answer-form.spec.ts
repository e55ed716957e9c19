import { checkYes, NO, yesOf } from './answer-form';

const policy = {
  version: '2026-11',
  purposes: [
    { key: 'service', title: '预约与看房联系', description: '', required: true },
    { key: 'marketing', title: '项目动态', description: '', required: false },
  ],
};

it('takes no yes without a name, a number that WeChat vouched for, and the agreement that it is about', () => {
  const errors = checkYes('12', { boundPhone: null, policy, agreed: ['marketing'] });
  expect(errors).toEqual({
    name: '请填写姓名，方便顾问称呼您',
    phone: '请点上方用微信手机号，确认是您本人',
    consent: '请勾选同意「预约与看房联系」；不愿意可以点「不用了」',
  });
  expect(checkYes('李强', { boundPhone: '138****5678', policy, agreed: ['service'] })).toEqual({});
});

it('sends purposes as they were ticked, in the order of the policy', () => {
  expect(yesOf(' 李强', { policy, agreed: ['marketing', 'service'] })).toEqual({
    agree: true,
    name: '李强',
    consent: { policyVersion: '2026-11', purposes: ['service', 'marketing'] },
  });
});

it('sends nothing about somebody who says no', () => {
  expect(NO).toEqual({ agree: false });
});
