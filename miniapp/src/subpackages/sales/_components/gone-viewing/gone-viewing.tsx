import { Notice } from '@/components/notice/notice';
import { replaceWith } from '@/platform/navigation';

/** The visit was given to somebody else, or never was this person's to see. */
export function GoneViewing({ why, onLeave }: { why: string; onLeave?: () => void }) {
  return (
    <Notice
      icon="calendar"
      title="这次带看不在你名下"
      text={why}
      action={{ text: '看我的带看', onTap: onLeave ?? (() => replaceWith('staffViewings')) }}
    />
  );
}
