export const JOB_STATUSES = ['pending', 'running', 'done', 'dead', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A background job as operators see it; payloads hold ids, never personal data. */
export interface JobView {
  id: string;
  kind: string;
  status: JobStatus;
  runAt: string;
  attempts: number;
  maxAttempts: number;
  lastError: string | null;
  createdAt: string;
  finishedAt: string | null;
}

/** `POST /api/dev/clock`, only beside the simulator. */
export interface ClockAnswer {
  now: string;
  jobsRun: number;
}
