import net from 'node:net';
import { ERRORS } from '@guihu/shared';
import type { Answer, TestApp } from './app';

const CHINESE = /[一-鿿]/;
/** What belongs to us alone: places in the code, statements, other software's names for its failures. */
const INNARDS =
  /\bat .+:\d+:\d+|node_modules|\/src\/|\/dist\/|\.ts\b|SELECT |INSERT |UPDATE |SQLITE|ER_[A-Z]|QueryFailed|TypeError|ECONN|stack/;

/** A refusal as it must be: a problem document of a known code, in Chinese, with nothing of the inside in it. */
export function expectProblem(answer: Answer, code?: string): void {
  const { status, body, headers } = answer;
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: `urn:guihu:problem:${body.code}`,
    title: expect.stringMatching(CHINESE),
    status,
    correlationId: expect.stringMatching(/^[\w-]{8,60}$/),
  });
  expect(Object.keys(ERRORS)).toContain(body.code);
  expect(headers.get('x-correlation-id')).toBe(body.correlationId);
  if (body.detail !== undefined) expect(body.detail).toMatch(CHINESE);
  for (const error of body.errors ?? []) {
    expect(error).toEqual({ field: expect.any(String), code: expect.any(String), message: expect.stringMatching(CHINESE) });
    expect(error.field).not.toBe('');
  }
  expect(JSON.stringify(body)).not.toMatch(INNARDS);
  expect(JSON.stringify(body).length).toBeLessThan(20_000);
  if (code) expect(body.code).toBe(code);
}

/** Filled by WeChat's own doing at any moment: a cache of its tokens, its receipts. */
const OF_WECHAT = ['wechat_tokens', 'wechat_callbacks'];

/** How many rows each table has: equal before and after a refusal. */
export async function rowCounts(world: TestApp): Promise<Record<string, number>> {
  const tables = world.database.dataSource.entityMetadatas
    .map((m) => m.tableName)
    .filter((name) => !OF_WECHAT.includes(name))
    .sort();
  const sql = tables.map((table) => `SELECT '${table}' AS name, COUNT(*) AS many FROM ${table}`).join(' UNION ALL ');
  const rows = await world.database.rows<{ name: string; many: number }>(sql);
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.many)]));
}

/** Bytes on the wire, as no well-behaved client would send them. */
export function raw(world: TestApp, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(world.url);
    const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(request));
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
      const [line = '', ...lines] = head.split('\r\n');
      const headers = new Headers(lines.map((l) => [l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 1).trim()] as [string, string]));
      const text = rest.join('\r\n\r\n');
      const body = headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : text;
      resolve({ status: Number(line.split(' ')[1]), body, headers });
    });
  });
}
