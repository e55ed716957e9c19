import { CodedError } from './coded-error';
import { decodeCursor, encodeCursor } from './cursor';

const sealed = (text: string): string => Buffer.from(text).toString('base64url');

describe('a position in a list', () => {
  it('is read back as it was given', () => {
    expect(decodeCursor(encodeCursor([1_795_380_575_476, 'id']))).toEqual([1_795_380_575_476, 'id']);
  });

  // 1e400 is Infinity, which a MySQL statement takes for the name of a column.
  it.each(['', 'x', '{}', '[]', '[{"a":1}]', '[null]', '[1e400]', '[[1]]'])('is refused when it is %s', (text) => {
    expect(() => decodeCursor(sealed(text))).toThrow(CodedError);
  });
});
