import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { LocalDisk } from './local-disk';
import { S3Bucket } from './s3.client';
import { StoragePort } from './storage.port';

/** One place for files, chosen by `STORAGE`. */
@Global()
@Module({
  providers: [
    {
      provide: StoragePort,
      inject: [CONFIG],
      useFactory: ({ storage }: Config): StoragePort => (storage.kind === 's3' ? new S3Bucket(storage) : new LocalDisk(storage.folder)),
    },
  ],
  exports: [StoragePort],
})
export class StorageModule {}
