import { checkFriend, EMPTY_FRIEND, registrationOf } from './friend-form';

it('says what is missing about the friend, each with what to do', () => {
  expect(checkFriend(EMPTY_FRIEND)).toEqual({ name: '请填写好友姓名，顾问好称呼', phone: '请填写好友的手机号' });
  expect(checkFriend({ ...EMPTY_FRIEND, name: '12', phone: '1381234567' })).toEqual({
    name: '姓名不能只有数字或符号，请填写文字',
    phone: '手机号应为 11 位，现在是 10 位，请检查',
  });
  expect(checkFriend({ name: '李强', phone: '138 1234 5678', relation: '' })).toEqual({});
});

it('sends what was filled in and leaves out what was not', () => {
  expect(registrationOf('p', { name: ' 李强 ', phone: '13812345678 ', relation: '' })).toEqual({
    projectId: 'p',
    name: '李强',
    phone: '13812345678',
  });
  expect(registrationOf('p', { name: '李强', phone: '13812345678', relation: '同事' }).relation).toBe('同事');
});
