import type { LeadImportView } from '@guihu/shared';
import { NestFactory } from '@nestjs/core';
import ExcelJS from 'exceljs';
import { AppModule } from '../../src/app.module';
import type { Config } from '../../src/config/config';
import { CONFIG } from '../../src/config/config.module';
import { MovableClock } from '../../src/platform/clock/clock';
import { NestLog } from '../../src/platform/logging/nest-log';
import type { Answer, Person, TestApp } from './app';

export type Table = readonly (readonly string[])[];

export const HEADER = ['姓名', '手机号', '来源', '预算', '备注'] as const;

/** A number of a row, nobody else's in the file. */
export const phoneOfRow = (row: number): string => `139${String(60_000_000 + row)}`;

export const goodRow = (row: number, note = ''): string[] => [`客户${row}`, phoneOfRow(row), '官方网站', '200-300', note];

export const csv = (table: Table): string =>
  table.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n');

export async function xlsx(table: Table): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('客户').addRows(table.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** As spreadsheets on Chinese systems write CSV. The platform only decodes GBK, so its table is turned around. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return Buffer.from([...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))));
}

export interface Upload {
  content: string | Buffer;
  name?: string;
  /** Further fields of the form. */
  fields?: Record<string, string>;
  headers?: Record<string, string>;
  /** Where it is sent. */
  to?: string;
}

export async function upload(
  world: TestApp,
  person: Person,
  { content, name = '名单.csv', fields = {}, headers, to }: Upload,
): Promise<Answer> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return send(world, person, form, headers, to);
}

export async function send(
  world: TestApp,
  person: Person,
  body: FormData | string,
  headers: Record<string, string> = {},
  to = '/api/staff/lead-imports',
): Promise<Answer> {
  const response = await fetch(`${world.url}${to}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}`, ...headers },
    body,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** Lets what is due run, and answers how the import stands. */
export async function imported(world: TestApp, person: Person, id: string): Promise<LeadImportView> {
  await world.travel('PT0S');
  return (await person.get<LeadImportView>(`/api/staff/lead-imports/${id}`)).body;
}

/** Lines of the report, the header left out. */
export async function reportOf(person: Person, id: string): Promise<string[]> {
  const { body } = await person.get<string>(`/api/staff/lead-imports/${id}/report`);
  return body.split('\r\n').slice(1, -1);
}

export async function count(world: TestApp, table: string, where = '1 = 1', values: unknown[] = []): Promise<number> {
  const [row] = await world.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, values);
  return Number(row?.n);
}

export const dataDirOf = (world: TestApp): string => world.app.get<Config>(CONFIG).dataDir;

/** A further background process on the same database. */
export const anotherWorker = (world: TestApp) =>
  NestFactory.createApplicationContext(AppModule.with(world.app.get<Config>(CONFIG), new MovableClock(world.now())), {
    logger: new NestLog('silent'),
  });
