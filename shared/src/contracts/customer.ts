export interface PolicyPurpose {
  key: string;
  title: string;
  description: string;
  required: boolean;
  /** Asked for only there, and not where contact details are left. */
  only?: 'real-name';
}

export interface PolicyInForce {
  version: string;
  title: string;
  /** Paragraphs, as people read them. */
  body: string[];
  purposes: PolicyPurpose[];
}

export interface ConsentGiven {
  policyVersion: string;
  purposes: string[];
}

export interface ConsentRecord {
  purpose: string;
  title: string;
  policyVersion: string;
  givenAt: string;
  withdrawnAt: string | null;
}

/** `GET /api/me/real-name`; the number itself is shown to nobody. */
export interface MyRealName {
  stated: boolean;
  /** 陈** */
  nameMasked: string | null;
  /** 3****************4 */
  numberMasked: string | null;
  statedAt: string | null;
}

/** `POST /api/me/real-name`, once; with the purpose of the policy that is asked for there. */
export interface RealNameStatement {
  name: string;
  /** Of the ID card, 18 signs. */
  number: string;
  consent: ConsentGiven;
}

/** One of two customers who are one person. */
export interface MergedPerson {
  id: string;
  name: string;
  /** The first is the one they are known by. */
  phonesMasked: string[];
}

/** `POST /api/staff/customers/lookup`: whose number it is, for whoever works for all that this customer has. */
export interface CustomerLookup {
  phone: string;
}

/** `GET /api/staff/customers/:id/merge?into=`: what a merge will do, as sentences. */
export interface CustomerMergePreview {
  from: MergedPerson;
  into: MergedPerson;
  /** What goes to the survivor, counted. */
  moves: string[];
  /** What would stand twice, and how it is decided. */
  decisions: string[];
}

/** `POST /api/staff/customers/:id/merge` */
export interface CustomerMergeRequest {
  intoId: string;
  reason: string;
}

export interface CustomerMergeReceipt extends CustomerMergePreview {
  mergedAt: string;
}

/** Another number of a customer, by which they were known before. */
export interface OtherNumber {
  id: string;
  phoneMasked: string;
}
