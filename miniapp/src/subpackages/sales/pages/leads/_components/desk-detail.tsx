import { Notice } from '@/components/notice/notice';
import { Loaded } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DetailPane } from '@/components/split-view/detail-pane';
import { GoneLead } from '../../../_components/gone-lead/gone-lead';
import { LeadBar } from '../../../_components/lead-bar/lead-bar';
import { LeadDetail } from '../../../_components/lead-detail/lead-detail';
import { isGone, useLeadPage } from '../../../_hooks/use-lead-page';

interface Props {
  /** Null: nothing is chosen. */
  id: string | null;
  now: number;
  /** A verb was done: the list is no longer true. */
  onChanged: () => void;
  onLeave: () => void;
}

/** The chosen lead beside the list. */
export function DeskDetail({ id, now, onChanged, onLeave }: Props) {
  const page = useLeadPage(id ?? '', onChanged);
  const { lead } = page;
  if (!id) return <Notice icon="list" title="选一条线索" text="左边点选后，这里显示全部情况" />;
  if (isGone(lead)) return <GoneLead why={page.verbs.refusal ?? lead.failure?.sentence ?? ''} onLeave={onLeave} />;
  return (
    <DetailPane bar={lead.data ? <LeadBar page={page} data={lead.data} /> : null}>
      <Loaded of={lead} skeleton={<Skeleton cards={3} lines={4} />}>
        {(data) => <LeadDetail page={page} data={data} now={now} />}
      </Loaded>
    </DetailPane>
  );
}
