import { checkYes, NO, yesOf } from './answer-form';

const policy = {
  version: '2026-11',
  purposes: [
    { key: 'service', title: '预约与看房联系', description: '', required: true },
    { key: 'marketing', title: '项目动态', description: '', required: false },
  ],
};
const contact = { name: '李强', phone: '', otherPhone: false };

it('takes no yes without a name, a number and the agreement that it is about', () => {
  const errors = checkYes({ name: '', phone: '', otherPhone: false }, { boundPhone: null, policy, agreed: [] });
  expect(Object.keys(errors).sort()).toEqual(['consent', 'name', 'phone']);
  expect(errors.consent).toBe('请勾选同意「预约与看房联系」；不愿意可以点「不用了」');
  expect(checkYes(contact, { boundPhone: '138****5678', policy, agreed: ['service'] })).toEqual({});
});

it('sends purposes as they were ticked, in the order of the policy, and no number where WeChat has given one', () => {
  expect(yesOf(contact, { boundPhone: '138****5678', policy, agreed: ['marketing', 'service'] })).toEqual({
    agree: true,
    name: '李强',
    consent: { policyVersion: '2026-11', purposes: ['service', 'marketing'] },
  });
  expect(
    yesOf({ ...contact, otherPhone: true, phone: ' 13812345678' }, { boundPhone: '138****5678', policy, agreed: ['service'] }).phone,
  ).toBe('13812345678');
});

it('sends nothing about somebody who says no', () => {
  expect(NO).toEqual({ agree: false });
});
