import { Notice } from '@/components/notice/notice';
import { Loaded } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DetailPane } from '@/components/split-view/detail-pane';
import { ReferralBar } from '../../../_components/referral-bar/referral-bar';
import { ReferralDetail } from '../../../_components/referral-detail/referral-detail';
import { useReferralPage } from '../../../_hooks/use-referral-page';

interface Props {
  /** Null: nothing is chosen. */
  id: string | null;
  now: number;
  /** A verb was done: the list is no longer true. */
  onChanged: () => void;
}

/** The chosen referral beside the list. */
export function DeskReferral({ id, now, onChanged }: Props) {
  const page = useReferralPage(id ?? '', onChanged);
  const { referral } = page;
  if (!id) return <Notice icon="people" title="选一条推荐" text="左边点选后，这里显示全部情况" />;
  return (
    <DetailPane bar={referral.data ? <ReferralBar page={page} data={referral.data} /> : null}>
      <Loaded of={referral} skeleton={<Skeleton cards={3} lines={4} />}>
        {(data) => <ReferralDetail page={page} data={data} now={now} />}
      </Loaded>
    </DetailPane>
  );
}
