import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer';
import { ProjectModule } from '../project';
import { StaffModule } from '../staff';
import { LiveCodeController } from './live-code.controller';
import { LiveCodeQueries } from './live-code.queries';
import { LiveCodeService } from './live-code.service';
import { LiveCodeDeskController } from './live-code-desk.controller';
import { LiveCodeDoor } from './live-code-door.service';
import { LiveCodeMerge } from './live-code-merge';
import { LiveCodePictures } from './live-code-picture.service';
import { LiveCodes } from './live-codes';

@Module({
  imports: [CustomerModule, ProjectModule, StaffModule],
  controllers: [LiveCodeController, LiveCodeDeskController],
  providers: [LiveCodes, LiveCodeDoor, LiveCodePictures, LiveCodeQueries, LiveCodeService, LiveCodeMerge],
  exports: [LiveCodes],
})
export class LiveCodeModule {}
