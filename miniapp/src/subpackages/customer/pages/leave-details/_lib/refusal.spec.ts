import { ApiProblem, NetworkFailure } from '@/platform/api-problem';
import { refusalOf } from './refusal';

const problem = (status: number, code: string, errors: { field: string; code: string; message: string }[] = []) =>
  new ApiProblem({ type: 'about:blank', title: '政策已更新', status, code: code as never, errors });

it('shows a new policy where it is agreed to', () => {
  expect(refusalOf(problem(409, 'policy.outdated'))).toEqual({ errors: { consent: '政策已更新' }, sentence: null });
});

it('finds the wish under the intent', () => {
  const told = { field: 'intent.note', code: 'maxLength', message: '备注太长' };
  expect(refusalOf(problem(400, 'request.invalid', [told])).errors).toEqual({ note: '备注太长' });
});

it('promises after a lost answer that trying again makes no second one', () => {
  expect(refusalOf(new NetworkFailure('timeout')).sentence).toBe('网络较慢，等待超时，请重试。您填的内容都在，再点一次即可，不会重复登记');
});
