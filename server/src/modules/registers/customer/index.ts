export { CONTACT_PURPOSE, type ConsentBasis, Consents, ContactWithdrawn } from './consents';
export { CustomerModule } from './customer.module';
export { type CustomerBrief, CustomerRegister } from './customer.register';
export { type Interest, InterestDesk, type InterestStanding, type InterestTaken, type VisitMade } from './interest-desk';
export { type CustomerMerge, CustomerMerges, type MergePart } from './merge/customer-merges';
export { CustomerNumbers } from './merge/customer-numbers';
export { RealNameRefused, RealNameStated } from './real-name.events';
export { RealNames } from './real-name.queries';
