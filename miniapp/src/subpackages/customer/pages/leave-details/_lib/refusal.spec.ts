import { ApiProblem, NetworkFailure } from '@/platform/api-problem';
import { missingSentence, refusalOf } from './refusal';

const problem = (status: number, errors: { field: string; code: string; message: string }[], code = 'request.invalid') =>
  new ApiProblem({ type: 'about:blank', title: '填写的内容有误', status, code: code as never, errors });

it('puts each sentence of the server under its field', () => {
  const refused = refusalOf(
    problem(400, [
      { field: 'phone', code: 'phone', message: '手机号格式不正确' },
      { field: 'consent.purposes', code: 'required', message: '请勾选' },
      { field: 'intent.note', code: 'maxLength', message: '备注太长' },
    ]),
  );
  expect(refused).toEqual({ errors: { phone: '手机号格式不正确', consent: '请勾选', note: '备注太长' }, sentence: null });
});

it('says above the button what has no field on the page', () => {
  expect(refusalOf(problem(400, [{ field: 'projectId', code: 'x', message: '请选择楼盘' }]))).toEqual({
    errors: {},
    sentence: '请选择楼盘',
  });
  expect(refusalOf(problem(404, [], 'project.not-found')).sentence).toBe('填写的内容有误');
});

it('shows a new policy where it is agreed to', () => {
  expect(refusalOf(problem(409, [], 'policy.outdated')).errors.consent).toBe('填写的内容有误');
});

it('promises after a lost answer that trying again makes no second one', () => {
  expect(refusalOf(new NetworkFailure('timeout'))).toEqual({
    errors: {},
    sentence: '网络较慢，等待超时，请重试。您填的内容都在，再点一次即可，不会重复登记',
  });
});

it('counts what is missing', () => {
  expect(missingSentence({})).toBeNull();
  expect(missingSentence({ name: 'a', phone: 'b' })).toBe('还有 2 处需要您看一下，已用红字标出');
});
