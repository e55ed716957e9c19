import { Module } from '@nestjs/common';
import { DevClockController } from './dev-clock.controller';
import { TimeTravel } from './time-travel';

/** Tools for life beside the simulator; production never loads it. */
@Module({ controllers: [DevClockController], providers: [TimeTravel] })
export class DevModule {}
