export { Accounts, type Reach } from './accounts';
export { PhoneBound } from './identity.events';
export { IdentityModule } from './identity.module';
export { Sessions } from './sessions';
