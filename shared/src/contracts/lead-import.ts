export interface LeadImportView {
  id: string;
  status: 'running' | 'done' | 'failed';
  fileName: string;
  total: number;
  created: number;
  joined: number;
  rejected: number;
  /** CSV, one line per row of the file, with the result and the reason. */
  reportUrl: string | null;
  error: string | null;
  startedAt: string;
  finishedAt: string | null;
}
