import { Log } from '../../src/platform/logging/log';
import type { TestApp } from './app';

export type CapturedLine = Record<string, unknown> & { level: string; message: string };

/** What the application says in its log from now on, beside being written (or silenced) as configured. */
export function captureLog(world: TestApp): CapturedLine[] {
  const lines: CapturedLine[] = [];
  const log = world.app.get(Log);
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    const write = log[level].bind(log);
    log[level] = (fields, message) => {
      lines.push({ ...fields, level, message });
      write(fields, message);
    };
  }
  return lines;
}
