export { CONTACT_PURPOSE, type ConsentBasis, Consents, ContactWithdrawn } from './consents';
export { CustomerModule } from './customer.module';
export { type CustomerBrief, CustomerRegister } from './customer.register';
export { type Interest, InterestDesk, type InterestStanding, type InterestTaken, type VisitMade } from './interest-desk';
export { RealNameRefused, RealNameStated } from './real-name.events';
export { RealNames } from './real-name.queries';
