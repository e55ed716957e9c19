import type { PolicyInForce } from '@guihu/shared';
import { checkRealName, EMPTY_FORM, statementOf } from './real-name-form';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const POLICY: PolicyInForce = {
  version: '2026-11',
  title: '政策',
  body: [],
  purposes: [
    { key: 'service', title: '联系', description: '', required: true },
    { key: 'real-name', title: '实名领取现金奖励', description: '', required: false, only: 'real-name' },
  ],
};

it('says what is missing, each with what to do', () => {
  expect(checkRealName(EMPTY_FORM, POLICY, NOW)).toEqual({
    name: '请填写证件上的姓名',
    number: '请填写身份证号',
    consent: '请勾选同意「实名领取现金奖励」',
  });
  expect(checkRealName({ name: '王2', number: '110105194912310021', agreed: ['real-name'] }, POLICY, NOW)).toEqual({
    name: '姓名请与证件一致，不含数字和符号',
    number: '身份证号有误，请对照证件逐位检查',
  });
});

it('sends the number as it is kept, and the one purpose that is asked for here', () => {
  const form = { name: ' 买买提·阿不都 ', number: '110105 19491231 002x', agreed: ['real-name'] };
  expect(checkRealName(form, POLICY, NOW)).toEqual({});
  expect(statementOf(form, POLICY)).toEqual({
    name: '买买提·阿不都',
    number: '11010519491231002X',
    consent: { policyVersion: '2026-11', purposes: ['real-name'] },
  });
});
