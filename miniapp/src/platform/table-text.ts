/** Rows under their heads, as a spreadsheet has them. */
export interface TextTable {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Excel reads a text as UTF-8 only after this mark. */
export const UTF8_MARK = '\uFEFF';

/** A table for a spreadsheet. What begins like a formula stays a text: names come from people. */
export function csvOf({ head, rows }: TextTable): string {
  const quoted = (text: string) => (/[",\n]|^[=+\-@]/.test(text) ? `"${text.replace(/"/g, '""').replace(/^([=+\-@])/, "'$1")}"` : text);
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(',');
  return `${UTF8_MARK}${[head, ...rows].map(line).join('\r\n')}\r\n`;
}

/** The same for pasting into a spreadsheet or a message. */
export function tabbedOf({ head, rows }: TextTable): string {
  return [head, ...rows].map((cells) => cells.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t')).join('\n');
}
