import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { type ReactNode, useContext } from 'react';
import { EmptyState } from '../notice/empty-state';
import { ErrorState, type ShownFailure } from '../notice/error-state';
import type { NoticeAction } from '../notice/notice';
import { OfflineBar } from '../offline-bar/offline-bar';
import { Skeleton } from '../skeleton/skeleton';
import { PageSettings } from './page-settings';
import './page-frame.scss';

/** What a page is waiting for; the platform's resources have this shape. */
export interface Loadable<T> {
  status: 'loading' | 'ready' | 'failed';
  data: T | null;
  failure: ShownFailure | null;
  /** When `data` was true, epoch milliseconds. */
  since: number | null;
  reload: () => Promise<void>;
}

interface Props<T> {
  of?: Loadable<T>;
  /** The shape of what is coming. */
  skeleton?: ReactNode;
  /** When `data` is there but has nothing in it. */
  empty?: { when: (data: T) => boolean; title: string; text: string; action?: NoticeAction };
  /** `form` keeps a readable column, `desk` uses the whole width for staff tools. */
  width?: 'form' | 'list' | 'desk';
  /** The present, to say since when old content is; epoch milliseconds. */
  now?: number;
  /** Above the content whatever its state: filters, a search box. */
  head?: ReactNode;
  /** At the thumb; only beside content. */
  bottom?: ReactNode;
  /** Sheets and what else lies over the page. */
  over?: ReactNode;
  className?: string;
  children: ReactNode | ((data: T) => ReactNode);
}

/** Every page stands in this: it says once what loading, empty, failed, offline and forbidden look like. */
export function PageFrame<T>({ of, skeleton, empty, width = 'list', now, head, bottom, over, className = '', children }: Props<T>) {
  const { largeType, online, wide } = useContext(PageSettings);
  const stale = of?.status === 'ready' && of.failure ? of.failure : null;
  return (
    <View className={`page-frame page-frame--${width} ${wide ? 'page-frame--wide' : ''} ${largeType ? 'large-type' : ''} ${className}`}>
      <View className="page-frame__body">
        {head}
        {stale || !online ? <OfflineBar text={staleText(online, stale, of?.since ?? null, now)} /> : null}
        <Loaded of={of} skeleton={skeleton} empty={empty}>
          {children}
        </Loaded>
      </View>
      {bottom && (!of || of.status === 'ready') ? bottom : null}
      {over}
    </View>
  );
}

/** The content of a resource, or what stands in its place; also for one part of a page that is read by itself. */
export function Loaded<T>({ of, skeleton, empty, children }: Pick<Props<T>, 'of' | 'skeleton' | 'empty' | 'children'>): ReactNode {
  if (!of) return typeof children === 'function' ? null : children;
  if (of.status === 'loading') return skeleton ?? <Skeleton />;
  if (of.status === 'failed' && of.failure) return <ErrorState failure={of.failure} onRetry={of.reload} />;
  const data = of.data as T;
  if (empty?.when(data)) return <EmptyState title={empty.title} text={empty.text} action={empty.action} />;
  return typeof children === 'function' ? children(data) : children;
}

function staleText(online: boolean, failure: ShownFailure | null, since: number | null, now: number | undefined): string {
  const why = online ? (failure?.sentence ?? '') : '网络未连接';
  if (since === null || now === undefined) return online ? why : `${why}，恢复后会自动更新`;
  return `${why}。以下是${sayTime(since, now)} 的内容`;
}
