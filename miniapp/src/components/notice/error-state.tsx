import type { IconName } from '../icon/shapes';
import { Notice } from './notice';

/** The same shape as the platform's failure, so that it can be handed over as it is. */
export interface ShownFailure {
  kind: 'offline' | 'forbidden' | 'missing' | 'signed-out' | 'failed';
  sentence: string;
  correlationId: string | null;
}

const SAID: Readonly<Record<ShownFailure['kind'], { icon: IconName; title: string }>> = {
  offline: { icon: 'offline', title: '网络不太通畅' },
  forbidden: { icon: 'lock', title: '这里需要相应权限' },
  missing: { icon: 'question', title: '没有找到' },
  'signed-out': { icon: 'person', title: '还没有登录' },
  failed: { icon: 'late', title: '没能打开' },
};

/** What went wrong, in a sentence, and the way on. Being refused or finding nothing does not get better by trying again. */
export function ErrorState({ failure, onRetry }: { failure: ShownFailure; onRetry?: () => void }) {
  const { icon, title } = SAID[failure.kind];
  const retry = failure.kind !== 'forbidden' && failure.kind !== 'missing' && onRetry;
  const reference = failure.kind === 'failed' && failure.correlationId ? `（编号 ${failure.correlationId.slice(0, 8)}）` : '';
  return (
    <Notice
      icon={icon}
      title={title}
      text={failure.sentence + reference}
      action={retry ? { text: failure.kind === 'signed-out' ? '重新登录' : '重新加载', onTap: retry } : undefined}
    />
  );
}
