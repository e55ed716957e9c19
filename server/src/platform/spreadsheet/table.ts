import { CodedError } from '../http/coded-error';

/** Bounds of an uploaded table. Whatever lies above is refused before it costs memory. */
export interface TableLimits {
  rows: number;
  /** Characters of one cell. */
  cell: number;
  columns: number;
  /** Characters of one CSV record, so that an unclosed quote cannot swallow the file. */
  record: number;
  /** Inflated bytes of a worksheet; read as a stream. */
  sheetBytes: number;
  /** Inflated bytes of the parts of an XLSX that are kept in memory while it is read. */
  textBytes: number;
  partBytes: number;
}

export const TABLE_LIMITS: TableLimits = {
  rows: 20_000,
  cell: 5_000,
  columns: 200,
  record: 500_000,
  sheetBytes: 96 * 1024 * 1024,
  textBytes: 32 * 1024 * 1024,
  partBytes: 4 * 1024 * 1024,
};

export interface TableRow {
  /** As the person sees it in a spreadsheet; the header is usually row 1. */
  rowNumber: number;
  /** By header; a cell that is not there is empty. */
  cells: Readonly<Record<string, string>>;
}

/** One row before the header is known. */
export interface RawRow {
  rowNumber: number;
  values: string[];
}

export type TableFault = 'unreadable' | 'no-header' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long' | 'too-large';

/** Why a table cannot be read; `detail` is a Chinese sentence that says what to do. */
export class TableFileError extends CodedError {
  constructor(
    readonly fault: TableFault,
    detail: string,
  ) {
    super(
      fault === 'too-many-rows' ? 'import.too-many-rows' : fault === 'no-header' ? 'import.columns-missing' : 'import.file-unreadable',
      detail,
    );
    this.name = 'TableFileError';
  }
}

export const tooLarge = (): TableFileError => new TableFileError('too-large', '文件展开后过大，请删去多余的内容或拆分后再上传');
export const broken = (): TableFileError =>
  new TableFileError('unreadable', '文件已损坏或格式不完整，请用 Excel 打开后另存为 .xlsx 再上传');
