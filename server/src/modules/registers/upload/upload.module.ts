import { Module } from '@nestjs/common';
import { CustomerModule } from '../customer';
import { FileController } from './file.controller';
import { FileLinks } from './file-links';
import { FileOpening } from './file-opening';
import { IncomingFiles } from './incoming-files';
import { PhotoWorkshop } from './photo-workshop';
import { UploadController } from './upload.controller';
import { UploadRegister } from './upload.register';
import { UploadService } from './upload.service';
import { UploadForm } from './upload-form';
import { UploadGate } from './upload-gate';
import { UploadMerge } from './upload-merge';
import { UploadSweepService } from './upload-sweep.service';
import { VideoWorkshop } from './video-workshop';

@Module({
  imports: [CustomerModule],
  controllers: [UploadController, FileController],
  providers: [
    FileLinks,
    FileOpening,
    IncomingFiles,
    PhotoWorkshop,
    UploadForm,
    UploadGate,
    UploadMerge,
    UploadRegister,
    UploadService,
    UploadSweepService,
    VideoWorkshop,
  ],
  exports: [UploadRegister, UploadSweepService],
})
export class UploadModule {}
