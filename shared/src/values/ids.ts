/** Ids are UUIDv7 text; the brand keeps a lead's id from being passed where a customer's is wanted. */
type Brand<T extends string> = string & { readonly __id?: T };

export type AccountId = Brand<'account'>;
export type CustomerId = Brand<'customer'>;
export type LeadId = Brand<'lead'>;
export type ProjectId = Brand<'project'>;
export type StaffId = Brand<'staff'>;
export type TeamId = Brand<'team'>;
