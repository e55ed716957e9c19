export { SpreadsheetModule } from './spreadsheet.module';
export { TableFileError, type TableRow } from './table';
export { inBatches } from './table-batches';
export { faultsOfName, isPrintable, printable } from './table-cells';
export { columnsOf } from './table-columns';
export { TableFiles } from './table-files';
export { inspectTable, readTable } from './table-reader';
export { csvDisposition, csvPieces, reportDisposition } from './table-report';
export { type FormFields, type TableUpload, TableUploads } from './table-uploads';
