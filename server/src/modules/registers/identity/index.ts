export { Accounts, type Reach } from './accounts';
export { IdentityModule } from './identity.module';
export { Sessions } from './sessions';
