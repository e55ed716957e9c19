import { Module } from '@nestjs/common';
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
import { UploadSweepService } from './upload-sweep.service';
import { VideoWorkshop } from './video-workshop';

@Module({
  controllers: [UploadController, FileController],
  providers: [
    FileLinks,
    FileOpening,
    IncomingFiles,
    PhotoWorkshop,
    UploadForm,
    UploadGate,
    UploadRegister,
    UploadService,
    UploadSweepService,
    VideoWorkshop,
  ],
  exports: [UploadRegister, UploadSweepService],
})
export class UploadModule {}
