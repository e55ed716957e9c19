export interface PolicyPurpose {
  key: string;
  title: string;
  description: string;
  required: boolean;
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
