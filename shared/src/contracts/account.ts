import type { Permission, Role } from '../permissions';

export interface Me {
  accountId: string;
  customerId?: string;
  staffId?: string;
  name: string | null;
  phoneMasked: string | null;
  roles: Role[];
  permissions: Permission[];
  /** For staff: whether new leads may be offered to them now. */
  onDuty?: boolean;
}

export interface SessionAnswer {
  token: string;
  /** ISO 8601; sign in again after it. */
  expiresAt: string;
  me: Me;
}

/** What the client needs to ask for subscribe messages inside a tap, without waiting for an answer first. */
export interface SubscribeTemplate {
  key: string;
  templateId: string;
  title: string;
}

export interface InboxMessage {
  id: string;
  intent: string;
  title: string;
  lines: { label: string; value: string }[];
  /** Mini-program path the message opens. */
  page: string | null;
  createdAt: string;
  readAt: string | null;
}
