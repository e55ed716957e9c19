export { goOnSending, reports, uploads, useUploads, useWaitingReports, type WaitingReport } from './outgoing';
export { server, session } from './server';
export { may, type SessionState } from './session.store';
export { setLargeType, useLargeType } from './type-size';
export { useMyProjects } from './use-my-projects';
export { useSession } from './use-session';
