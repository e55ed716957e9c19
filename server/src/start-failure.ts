interface SystemFailure {
  code?: string;
  syscall?: string;
  message?: string;
  /** mysql2's mark on a connection that cannot be used. */
  fatal?: boolean;
}

const NO_DATABASE = /^(ER_ACCESS_DENIED_ERROR|ER_DBACCESS_DENIED_ERROR|ER_BAD_DB_ERROR|SQLITE_CANTOPEN|SQLITE_NOTADB|SQLITE_READONLY)/;
const NO_FILE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'];

/** Why a start was stopped by the world outside, in one sentence that names the setting; null for a fault of our own. */
export function sayStartFailure(error: SystemFailure): string | null {
  const { code = '', syscall = '', message = '' } = error;
  if (code === 'EADDRINUSE') return 'PORT is taken by another program; set PORT to a free one.';
  if (syscall === 'listen')
    return code === 'EACCES' ? 'PORT may not be opened by this user.' : `HOST is no address of this machine (${code}).`;
  if (syscall === 'getaddrinfo' && !error.fatal) return `HOST is no address of this machine (${code}).`;
  if (error.fatal || NO_DATABASE.test(code)) return `DATABASE_URL names a database that cannot be opened: ${firstLine(message)}`;
  if (NO_FILE.includes(code)) return `DATA_DIR, or the file of DATABASE_URL, cannot be written: ${firstLine(message)}`;
  return null;
}

const firstLine = (text: string): string => text.split('\n')[0] as string;
