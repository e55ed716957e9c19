import { Module } from '@nestjs/common';
import { TableFiles } from './table-files';
import { TableUploads } from './table-uploads';

@Module({ providers: [TableFiles, TableUploads], exports: [TableFiles, TableUploads] })
export class SpreadsheetModule {}
