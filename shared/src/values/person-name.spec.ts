import { maskName } from './person-name';

it.each([
  ['陈玉兰', '陈**'],
  ['李雷', '李*'],
  ['欧阳娜娜', '欧**'],
  [' 陈玉兰 ', '陈**'],
  ['𠮷田', '𠮷*'],
  ['陈', '陈*'],
  ['', ''],
])('%p is shown to others as %p', (name, masked) => expect(maskName(name)).toBe(masked));
