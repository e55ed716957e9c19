export { HomeModule } from './home.module';
export { type AskedHome, type HomeContact, HomeRegister, type KnownHome, type Membership } from './home.register';
