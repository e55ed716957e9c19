import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { openDataSource } from './data-source';
import { Database } from './database';

@Global()
@Module({})
export class DatabaseModule {
  static with(options: DataSourceOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...options, retryAttempts: 0 }),
          dataSourceFactory: (): Promise<DataSource> => openDataSource(options),
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
