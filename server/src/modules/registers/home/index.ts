export { HomeModule } from './home.module';
export { type HomeContact, HomeRegister, type Membership } from './home.register';
