import { copyText } from './contact';
import { IS_H5 } from './environment';
import { say } from './feedback';
import { saveText } from './save-text';
import { csvOf, type TextTable, tabbedOf, UTF8_MARK } from './table-text';

/** What giving a table away is called here. */
export const EXPORT_WORD = IS_H5 ? '导出表格' : '复制表格';

/** Saves the table as `name`.csv on h5; in WeChat it is copied, for pasting into a document or a message. */
export async function exportTable(name: string, table: TextTable): Promise<void> {
  if (IS_H5) return saveText(`${name}.csv`, csvOf(table));
  await copyText(tabbedOf(table));
  say('已复制，可粘贴到表格或聊天里');
}

/** The same for a table that the server has written as CSV; the browser may have taken its mark off. */
export async function exportCsv(name: string, csv: string): Promise<void> {
  const text = csv.startsWith(UTF8_MARK) ? csv.slice(UTF8_MARK.length) : csv;
  if (IS_H5) return saveText(`${name}.csv`, UTF8_MARK + text);
  await copyText(text);
  say('已复制，可粘贴到表格或聊天里');
}
