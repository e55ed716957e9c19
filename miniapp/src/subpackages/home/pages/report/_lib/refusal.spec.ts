import { ApiProblem, NetworkFailure } from '@/platform/api-problem';
import { refusalOf } from './refusal';

const problem = (status: number, code: string, title: string, field?: string) =>
  new ApiProblem({ type: 'about:blank', status, code: code as never, title, errors: field ? [{ field, code: 'x', message: title }] : [] });

it('puts each sentence where something can be done about it', () => {
  const past = '希望上门的时间需要晚于现在，且在 30 天以内';
  expect(refusalOf(problem(422, 'work-order.preferred-time-past', past, 'preferredTime'))).toEqual({
    errors: { wish: past },
    sentence: '还有 1 处需要您看一下，已用红字标出',
  });
  expect(refusalOf(problem(422, 'phone.invalid', '联系电话格式不正确', 'contactPhone')).errors).toEqual({ phone: '联系电话格式不正确' });
  expect(refusalOf(problem(404, 'home.not-yours', '没有找到这套房屋，或您没有这项权限')).errors).toHaveProperty('home');
  expect(refusalOf(problem(409, 'upload.already-used', '照片或视频已用在别处，请重新选择')).errors).toHaveProperty('files');
});

it('says above the button what belongs nowhere', () => {
  expect(refusalOf(new NetworkFailure('timeout'))).toEqual({ errors: {}, sentence: '网络较慢，等待超时，请重试' });
});
