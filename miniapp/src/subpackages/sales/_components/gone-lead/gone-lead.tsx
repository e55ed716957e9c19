import { Notice } from '@/components/notice/notice';
import { go } from '@/platform/navigation';

/** The lead is not, or no longer, this person's; `why` says what became of it. */
export function GoneLead({ why, onLeave }: { why: string; onLeave?: () => void }) {
  return (
    <Notice icon="swap" title="这条线索不在你名下" text={why} action={{ text: '看我的线索', onTap: onLeave ?? (() => go('leads')) }} />
  );
}
