import type { LiveCodeKind } from '@guihu/shared';

export interface LiveCodeRow {
  id: string;
  code: string;
  kind: LiveCodeKind;
  project_id: string;
  channel_code: string | null;
  staff_id: string | null;
  customer_id: string | null;
  label: string;
  created_by_id: string | null;
  created_at: number | string;
  expires_at: number | string | null;
  retired_at: number | string | null;
  picture_mime: string | null;
  scans: number;
  visitors: number;
  leads: number;
}

export const instantOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

export const lifeOf = (row: Pick<LiveCodeRow, 'expires_at' | 'retired_at'>) => ({
  expiresAt: instantOf(row.expires_at),
  retiredAt: instantOf(row.retired_at),
});
