import { Notice, type NoticeAction } from './notice';

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: NoticeAction }) {
  return <Notice icon="empty" title={title} text={text} action={action} />;
}
