export { LiveCodeModule } from './live-code.module';
