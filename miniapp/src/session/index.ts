export {
  type FieldWrite,
  fieldWork,
  goOnSending,
  type ReportForm,
  reports,
  uploads,
  useFieldWork,
  useUploads,
  useWaitingReports,
  type WaitingFieldWrite,
  type WaitingReport,
} from './outgoing';
export { server, session } from './server';
export { may, type SessionState } from './session.store';
export { setLargeType, useLargeType } from './type-size';
export { arrival, useArrival } from './use-arrival';
export { type ChosenFiles, useChosenFiles } from './use-chosen-files';
export { useMyProjects } from './use-my-projects';
export { type ProjectChoice, useProjectChoice } from './use-project-choice';
export { useSession } from './use-session';
export { useSlots, useVisitTimes } from './use-slots';
