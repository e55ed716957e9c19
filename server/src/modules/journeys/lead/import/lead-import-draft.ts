import type { Gender, LeadIntent, LeadLevel } from '@guihu/shared';

/** What intake needs of one person, as far as the table tells it. */
export interface LeadDraft {
  name: string;
  /** E.164. */
  phone: string;
  channelCode: string;
  gender: Gender;
  intent: LeadIntent;
  level: LeadLevel | null;
  /** Said beside the touch: what the table called the source, when that was not the channel's own name. */
  note: string | null;
}

export type MappedRow = { ok: true; draft: LeadDraft } | { ok: false; reasons: string[] };

/** What the mapping asks of the house. */
export interface MappingPorts {
  readPhone(text: string): { ok: true; e164: string } | { ok: false; reason: string };
  /** By name or code; null when nobody registered it. */
  findChannel(text: string): { code: string; name: string } | null;
}
