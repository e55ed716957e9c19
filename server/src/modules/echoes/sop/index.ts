export { SopModule } from './sop.module';
