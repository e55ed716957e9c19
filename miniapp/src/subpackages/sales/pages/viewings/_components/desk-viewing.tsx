import { Notice } from '@/components/notice/notice';
import { Loaded } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DetailPane } from '@/components/split-view/detail-pane';
import { GoneViewing } from '../../../_components/gone-viewing/gone-viewing';
import { ViewingBar } from '../../../_components/viewing-bar/viewing-bar';
import { ViewingDetail } from '../../../_components/viewing-detail/viewing-detail';
import { isGone } from '../../../_hooks/use-lead-page';
import { useViewingPage } from '../../../_hooks/use-viewing-page';

interface Props {
  /** Null: nothing is chosen. */
  id: string | null;
  now: number;
  /** A verb was done: the day is no longer true. */
  onChanged: () => void;
  onLeave: () => void;
}

/** The chosen visit beside the day. */
export function DeskViewing({ id, now, onChanged, onLeave }: Props) {
  const page = useViewingPage(id ?? '', onChanged);
  const { viewing } = page;
  if (!id) return <Notice icon="calendar" title="选一次带看" text="点日程上的一格或左边的一行，这里显示全部情况" />;
  if (isGone(viewing)) return <GoneViewing why={page.verbs.refusal ?? viewing.failure?.sentence ?? ''} onLeave={onLeave} />;
  return (
    <DetailPane bar={viewing.data ? <ViewingBar page={page} data={viewing.data} /> : null}>
      <Loaded of={viewing} skeleton={<Skeleton cards={3} lines={4} />}>
        {(data) => <ViewingDetail page={page} data={data} now={now} />}
      </Loaded>
    </DetailPane>
  );
}
