import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { contentOf, directoryOf } from './table-archive';
import { inspectTable, readTable, TABLE_LIMITS, TableFileError, type TableRow } from './table-reader';
import { wholeCharacters } from './table-xlsx';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'guihu-table-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const save = (content: Buffer | string): string => {
  const path = join(dir, `${Math.random().toString(36).slice(2)}.bin`);
  writeFileSync(path, content);
  return path;
};
const rowsOf = async (content: Buffer | string, limits = TABLE_LIMITS): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const row of readTable(save(content), limits)) rows.push(row);
  return rows;
};
const faultOf = async (content: Buffer | string, limits = TABLE_LIMITS): Promise<string> => {
  const error = await rowsOf(content, limits).then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(TableFileError);
  expect((error as TableFileError).detail).toMatch(/\p{Script=Han}/u);
  return (error as TableFileError).fault;
};
const xlsx = async (rows: unknown[][], change: (book: ExcelJS.Workbook) => void = () => {}): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('客户').addRows(rows);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** A zip as anybody could write one, lies included. */
const zip = (parts: { name: string; data: Buffer; size?: number; packed?: Buffer }[]): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size = data.length, packed = deflateRawSync(data) } of parts) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(data), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};
const BOOK = Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>');
const RELATIONS = Buffer.from('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>');
const handMade = (sheet: Buffer | string, over: { size?: number } = {}): Buffer =>
  zip([
    { name: 'xl/workbook.xml', data: BOOK },
    { name: 'xl/_rels/workbook.xml.rels', data: RELATIONS },
    { name: 'xl/worksheets/sheet1.xml', data: Buffer.from(sheet), ...over },
  ]);

describe('a CSV', () => {
  const text = '姓名,手机号,备注\r\n张三,13812345678,"三房, 朝南\n带车位"\r\n\r\n李四,13912345678\r\n';
  const expected = [
    { rowNumber: 2, cells: { 姓名: '张三', 手机号: '13812345678', 备注: '三房, 朝南\n带车位' } },
    { rowNumber: 4, cells: { 姓名: '李四', 手机号: '13912345678', 备注: '' } },
  ];
  /** 姓名,备注 / 张三,朝南 as GBK. */
  const gbk = Buffer.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xb3, 0xaf, 0xc4, 0xcf,
  ]);

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 as spreadsheets save it', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is read in %s', async (_encoding, content) => expect(await rowsOf(content)).toEqual(expected));

  it('is read in GBK', async () => expect(await rowsOf(gbk)).toEqual([{ rowNumber: 2, cells: { 姓名: '张三', 备注: '朝南' } }]));

  it('is read with tabs or semicolons, a stray quote, and blank lines above the header', async () => {
    expect(await rowsOf('\n姓名\t备注\n张三\t55"电视\n')).toEqual([{ rowNumber: 3, cells: { 姓名: '张三', 备注: '55"电视' } }]);
    expect(await rowsOf('姓名;备注\n张三;好,的\n')).toEqual([{ rowNumber: 2, cells: { 姓名: '张三', 备注: '好,的' } }]);
  });

  it('keeps columns apart that share a name, have none, or are called like something inside', async () => {
    const [row] = await rowsOf('备注,备注,,__proto__\n一,二,三,四\n');
    expect(Object.entries(row?.cells ?? {})).toEqual([
      ['备注', '一'],
      ['备注 (2)', '二'],
      ['列3', '三'],
      ['__proto__', '四'],
    ]);
  });

  it('is told apart from a spreadsheet by its content', async () => {
    expect(await inspectTable(save(text))).toEqual({ format: 'csv', encoding: 'utf-8', header: ['姓名', '手机号', '备注'], rows: 2 });
    expect((await inspectTable(save(gbk))).encoding).toBe('gb18030');
  });
});

describe('an XLSX', () => {
  it('is read as the person sees it', async () => {
    const content = await xlsx([
      ['姓名', '手机号', '备注'],
      [{ richText: [{ text: '张' }, { text: '三' }] }, 13812345678, new Date('2026-11-23T00:00:00Z')],
      [],
      ['李四', { formula: '1+1', result: '13912345678' }, true],
    ]);
    expect(await rowsOf(content)).toEqual([
      { rowNumber: 2, cells: { 姓名: '张三', 手机号: '13812345678', 备注: '2026-11-23' } },
      { rowNumber: 4, cells: { 姓名: '李四', 手机号: '13912345678', 备注: 'true' } },
    ]);
  });

  it('takes the first sheet that can be seen, and no other', async () => {
    const content = await xlsx([['姓名'], ['藏']], (book) => {
      (book.worksheets[0] as ExcelJS.Worksheet).state = 'hidden';
      book.addWorksheet('二').addRows([['姓名'], ['张三']]);
      book.addWorksheet('三').addRows([['姓名'], ['不读']]);
    });
    expect((await rowsOf(content)).map((r) => r.cells.姓名)).toEqual(['张三']);
  });

  it('loses no character at the seams of its pieces', async () => {
    const names = Array.from({ length: 6000 }, (_, i) => `客户𠮷${'龘靐齉'.repeat(1 + (i % 7))}${i}`);
    const rows = await rowsOf(await xlsx([['姓名', '备注'], ...names.map((n) => [n, `${n}的备注`])]));
    expect(rows.map((r) => r.cells.姓名)).toEqual(names);
    expect(rows.map((r) => r.cells.备注)).toEqual(names.map((n) => `${n}的备注`));
  });

  it('is written by other programs with texts in the cells', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const body = `<row r="1">${cell('A1', '姓名')}</row><row r="2">${cell('A2', '张三&amp;李四')}</row>`;
    expect(await rowsOf(handMade(`<worksheet><sheetData>${body}</sheetData></worksheet>`))).toEqual([
      { rowNumber: 2, cells: { 姓名: '张三&李四' } },
    ]);
  });

  it('cuts pieces between characters, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.array(fc.nat({ max: 40 })), async (text, cuts) => {
        const bytes = Buffer.from(text);
        const places = [...cuts.map((c) => Math.min(c, bytes.length)).sort((a, b) => a - b), bytes.length];
        const pieces = places.map((to, i) => bytes.subarray(i === 0 ? 0 : places[i - 1], to));
        let read = '';
        for await (const piece of wholeCharacters(
          (async function* () {
            yield* pieces;
          })(),
        ))
          read += piece.toString('utf8');
        expect(read).toBe(bytes.toString('utf8'));
      }),
    );
  });
});

describe('a table that is refused', () => {
  const wide = Array.from({ length: 201 }, (_, i) => `列${i}`).join(',');
  it.each([
    ['nothing at all', '', 'unreadable'],
    ['nothing but blank lines', '\n\n , \n', 'no-header'],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'unreadable'],
    ['a web page called a table', '\ufeff <table><tr><td>姓名', 'unreadable'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'unreadable'],
    ['bytes of no encoding', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x80, 0x0a]), 'unreadable'],
    ['an unclosed quote', '姓名\n"张三\n李四\n', 'unreadable'],
    ['too many columns', `${wide}\n`, 'too-many-columns'],
    ['a cell that is too long', `姓名\n${'长'.repeat(5001)}\n`, 'cell-too-long'],
    ['a quote that swallows the file', `姓名\n"${'长,\n'.repeat(300_000)}`, 'too-large'],
    ['a zip without a directory', Buffer.from('PK\u0003\u0004 and then nothing of a zip'), 'unreadable'],
    ['a zip that is no workbook', zip([{ name: 'a.txt', data: Buffer.from('a') }]), 'unreadable'],
    ['a sheet that is no XML', handMade('<worksheet><sheetData><row r="1"><c'), 'no-header'],
    ['a sheet with crossed tags', handMade('<worksheet><sheetData></worksheet></sheetData>'), 'unreadable'],
    ['a sheet that declares more than it holds', handMade('<worksheet/>', { size: 500 }), 'unreadable'],
    ['a sheet that holds more than it declares', handMade('<worksheet></worksheet>', { size: 5 }), 'unreadable'],
    ['a sheet that declares to be huge', handMade('<worksheet/>', { size: 0xfffffff0 }), 'too-large'],
  ])('%s', async (_what, content, fault) => expect(await faultOf(content)).toBe(fault));

  it('a cell of exactly the limit is read', async () => expect(await rowsOf(`姓名\n${'长'.repeat(5000)}\n`)).toHaveLength(1));

  it('more rows than allowed, in either form; exactly as many are read', async () => {
    const limits = { ...TABLE_LIMITS, rows: 3 };
    const lines = ['姓名', '一', '二', '三'];
    expect(await rowsOf(lines.join('\n'), limits)).toHaveLength(3);
    expect(await faultOf([...lines, '四'].join('\n'), limits)).toBe('too-many-rows');
    expect(await faultOf(await xlsx([...lines, '四'].map((v) => [v])), limits)).toBe('too-many-rows');
    expect(await faultOf(`姓名\n${'张三\n'.repeat(20_001)}`)).toBe('too-many-rows');
  });

  it('a bomb ends at its bound, with little memory', async () => {
    const bomb = handMade(Buffer.alloc(150 * 1024 * 1024, ' '), {});
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await faultOf(bomb)).toBe('too-large');
    const lying = handMade(Buffer.alloc(150 * 1024 * 1024, ' '), { size: 1000 });
    const before = process.memoryUsage().rss;
    expect(await faultOf(lying)).toBe('unreadable');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it('a bomb that lies about its size is put down at its first piece too many', async () => {
    const file = await open(save(handMade(Buffer.alloc(20 * 1024 * 1024, ' '), { size: 1000 })), 'r');
    const entry = (await directoryOf(file)).get('xl/worksheets/sheet1.xml');
    let handedOver = 0;
    const reading = (async () => {
      for await (const piece of contentOf(file, entry!, TABLE_LIMITS.sheetBytes)) handedOver += piece.length;
    })();
    await expect(reading).rejects.toBeInstanceOf(TableFileError);
    expect(handedOver).toBeLessThanOrEqual(1000);
    await file.close();
  });

  it('any damage to a spreadsheet ends in rows or in a refusal, never in a crash', async () => {
    const good = await xlsx([['姓名', '手机号'], ...Array.from({ length: 50 }, (_, i) => [`客户${i}`, `1381234${1000 + i}`])]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, cut) => {
        const damaged = cut ? good.subarray(0, at) : Buffer.from(good);
        if (!cut) damaged[at] = (damaged[at] as number) ^ by;
        const error = await rowsOf(damaged).then(
          () => null,
          (e: unknown) => e,
        );
        if (error) expect(error).toBeInstanceOf(TableFileError);
      }),
      { numRuns: 150 },
    );
  });

  it('whoever stops in the middle leaves nothing open', async () => {
    for await (const row of readTable(save(await xlsx([['姓名'], ...Array.from({ length: 500 }, (_, i) => [`客户${i}`])])))) {
      expect(row.rowNumber).toBe(2);
      break;
    }
  });
});
