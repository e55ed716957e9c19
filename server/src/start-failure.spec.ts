import { sayStartFailure } from './start-failure';

const failure = (code: string, more: object = {}) => Object.assign(new Error('what the system said\nand where'), { code, ...more });

describe('a start that the world outside stops', () => {
  it.each([
    ['PORT', failure('EADDRINUSE', { syscall: 'listen' })],
    ['PORT', failure('EACCES', { syscall: 'listen' })],
    ['HOST', failure('EADDRNOTAVAIL', { syscall: 'listen' })],
    ['HOST', failure('ENOTFOUND', { syscall: 'getaddrinfo' })],
    ['DATABASE_URL', failure('ENOTFOUND', { syscall: 'getaddrinfo', fatal: true })],
    ['DATABASE_URL', failure('ECONNREFUSED', { fatal: true })],
    ['DATABASE_URL', failure('ER_ACCESS_DENIED_ERROR')],
    ['DATABASE_URL', failure('ER_BAD_DB_ERROR')],
    ['DATABASE_URL', failure('SQLITE_CANTOPEN')],
    ['DATA_DIR', failure('ENOTDIR', { syscall: 'mkdir' })],
  ])('names %s in one sentence', (name, error) => {
    const sentence = sayStartFailure(error) as string;
    expect(sentence.startsWith(name)).toBe(true);
    expect(sentence).not.toContain('\n');
  });

  it('is not blamed for a fault of our own', () => {
    expect(sayStartFailure(new TypeError('x is not a function'))).toBeNull();
  });
});
