/** What a spreadsheet would run as a formula is shown as text; full-width signs count too. */
const harmless = (text: string): string => (/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const shown = harmless(text);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A CSV piece by piece, for an answer that is sent while it is read. With the mark by which spreadsheets take it for UTF-8. */
export async function* csvPieces(
  header: readonly string[],
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<string> {
  yield `\ufeff${line(header)}`;
  for await (const row of rows) yield line(row);
}

/** Names a CSV for whoever keeps it; older programs that know no UTF-8 names get a plain one. */
export function csvDisposition(name: string, plainName: string): string {
  const encoded = encodeURIComponent(`${name}.csv`).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}

/** Names the report of an import after the table it is about. */
export const reportDisposition = (fileName: string, plainName: string): string =>
  csvDisposition(`导入结果-${fileName.replace(/\.[^.]{1,8}$/, '')}`, plainName);
