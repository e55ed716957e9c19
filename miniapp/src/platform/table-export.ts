import { copyText } from './contact';
import { IS_H5 } from './environment';
import { say } from './feedback';
import { saveText } from './save-text';
import { csvOf, type TextTable, tabbedOf } from './table-text';

/** What giving a table away is called here. */
export const EXPORT_WORD = IS_H5 ? '导出表格' : '复制表格';

/** Saves the table as `name`.csv on h5; in WeChat it is copied, for pasting into a document or a message. */
export async function exportTable(name: string, table: TextTable): Promise<void> {
  if (IS_H5) return saveText(`${name}.csv`, csvOf(table));
  await copyText(tabbedOf(table));
  say('已复制，可粘贴到表格或聊天里');
}
