import { ApiProblem, NetworkFailure } from './api-problem';
import { type FieldsOfBody, missingSentence, refusalOf, without } from './refusal';

const FIELDS: FieldsOfBody<'phone' | 'consent' | 'note'> = [
  ['phone', 'phone'],
  ['consent', 'consent'],
  ['note', 'intent.note'],
];
const sorted = (failure: unknown) => refusalOf(failure, FIELDS, '再点一次即可');
const problem = (status: number, errors: { field: string; code: string; message: string }[], code = 'request.invalid') =>
  new ApiProblem({ type: 'about:blank', title: '填写的内容有误', status, code: code as never, errors });

it('puts each sentence of the server under its field', () => {
  const refused = sorted(
    problem(400, [
      { field: 'phone', code: 'phone', message: '手机号格式不正确' },
      { field: 'consent.purposes', code: 'required', message: '请勾选' },
      { field: 'intent.note', code: 'maxLength', message: '备注太长' },
    ]),
  );
  expect(refused).toEqual({ errors: { phone: '手机号格式不正确', consent: '请勾选', note: '备注太长' }, sentence: null });
});

it('says above the button what has no field on the page', () => {
  expect(sorted(problem(400, [{ field: 'projectId', code: 'x', message: '请选择楼盘' }]))).toEqual({ errors: {}, sentence: '请选择楼盘' });
  expect(sorted(problem(404, [], 'project.not-found')).sentence).toBe('填写的内容有误');
});

it('says after a lost answer and after a fault of ours what trying again means', () => {
  expect(sorted(new NetworkFailure('timeout'))).toEqual({ errors: {}, sentence: '网络较慢，等待超时，请重试。再点一次即可' });
  expect(sorted(problem(500, [], 'server.failed')).sentence).toBe('填写的内容有误。再点一次即可');
  expect(sorted(new Error('unforeseen')).sentence).toBe('出了点问题，请稍后重试。再点一次即可');
});

it('counts what is missing, and forgets what was put right', () => {
  expect(missingSentence({})).toBeNull();
  expect(missingSentence({ name: 'a', phone: 'b' })).toBe('还有 2 处需要您看一下，已用红字标出');
  expect(without({ phone: 'a', note: 'b' }, ['phone', 'name'])).toEqual({ note: 'b' });
});
