export { UploadModule } from './upload.module';
export { UploadRegister } from './upload.register';
