export { ExtraModule } from './extra.module';
