import { checkForm, EMPTY_FORM, type FormGround, submissionOf } from './lead-form';

const policy = {
  version: '2026-11',
  purposes: [
    { key: 'service', title: '预约与看房联系', description: '', required: true },
    { key: 'marketing', title: '项目动态', description: '', required: false },
  ],
};
const ground: FormGround = { projectId: 'p1', boundPhone: null, policy, agreed: [] };
const filled = { ...EMPTY_FORM, name: ' 许文 ', phone: '138 1234 5678' };

describe('before sending', () => {
  it('names everything that is missing, each with what to do', () => {
    expect(checkForm(EMPTY_FORM, ground)).toEqual({
      name: '请填写姓名，方便顾问称呼您',
      phone: '请填写手机号，或点上方用微信手机号',
      consent: '请勾选同意「预约与看房联系」，否则我们无法联系您',
    });
  });

  it('asks for no number where WeChat has given one, unless another is wanted', () => {
    const bound = { ...ground, boundPhone: '138****5678', agreed: ['service'] };
    expect(checkForm({ ...EMPTY_FORM, name: '许文' }, bound)).toEqual({});
    expect(checkForm({ ...EMPTY_FORM, name: '许文', otherPhone: true }, bound).phone).toBeDefined();
  });

  it('does not take an optional purpose for the needed one', () => {
    expect(checkForm(filled, { ...ground, agreed: ['marketing'] }).consent).toBeDefined();
    expect(checkForm(filled, { ...ground, agreed: ['service'] })).toEqual({});
  });
});

describe('what is sent', () => {
  it('leaves out what was left open', () => {
    expect(submissionOf(filled, { ...ground, agreed: ['service'] })).toEqual({
      projectId: 'p1',
      name: '许文',
      phone: '138 1234 5678',
      consent: { policyVersion: '2026-11', purposes: ['service'] },
    });
  });

  it('sends no number when the bound one serves, and says where the person came from', () => {
    const body = submissionOf(
      { ...filled, productType: 'low-rise', budgetMin: 300_000_000, note: ' 要露台 ' },
      { ...ground, boundPhone: '138****5678', channelCode: 'online.douyin', liveCode: '7K3MZQ8W2P', agreed: ['service'] },
    );
    expect(body).not.toHaveProperty('phone');
    expect(body).toMatchObject({
      channelCode: 'online.douyin',
      liveCode: '7K3MZQ8W2P',
      intent: { productType: 'low-rise', budgetMin: 300_000_000, note: '要露台' },
    });
  });

  it('is the same body for the same agreement, in whatever order it was ticked', () => {
    const body = (agreed: string[]) => JSON.stringify(submissionOf(filled, { ...ground, agreed }));
    expect(body(['marketing', 'service'])).toBe(body(['service', 'marketing']));
  });
});
