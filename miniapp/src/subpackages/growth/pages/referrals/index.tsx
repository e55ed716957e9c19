import type { ReferralStatus, StaffReferral } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { usePagedResource } from '@/platform/use-paged-resource';
import { may, server, useProjectChoice, useSession } from '@/session';
import { ReferralRow } from '../../_components/referral-row/referral-row';
import { DeskReferral } from './_components/desk-referral';
import { EMPTY, queryOf, type ReferralListView, STATUS_CHIPS, VIEWS, viewAsked } from './_lib/referral-views';
import './index.scss';

/** Who brought whom: what a person has to look at is one tap away; on a wide screen the chosen one stands beside the list. */
export default function ReferralsPage() {
  const asked = useParams<RouteParams['referrals']>();
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const [view, setView] = useState<ReferralListView>(viewAsked(asked.view));
  const [status, setStatus] = useState<ReferralStatus | null>(null);
  const [chosen, setChosen] = useState<string | null>(asked.id ?? null);
  const { id: projectId } = project;
  const referrals = usePagedResource<StaffReferral>(projectId ? `staff-referrals:${projectId}:${view}:${status ?? ''}` : null, (cursor) =>
    server.staffReferrals.list({ projectId, ...queryOf(view, status), cursor }),
  );
  const now = useNow(60_000);
  usePullRefresh(referrals.reload);
  useEndReached(referrals.more);
  useLiveRefresh(referrals.reload, null);
  const shown = wide ? (chosen ?? referrals.data?.[0]?.id ?? null) : null;
  const list = (
    <>
      <ListHead>
        <Segments items={VIEWS} chosen={view} onChange={(value) => setView(value as ReferralListView)} />
        {view === 'all' ? (
          <View className="referrals__chips">
            <ChipGroup
              chips={STATUS_CHIPS}
              chosen={status ? [status] : []}
              onChange={([value]) => setStatus((value as ReferralStatus | undefined) ?? null)}
            />
          </View>
        ) : null}
      </ListHead>
      <Loaded of={referrals} skeleton={<Skeleton cards={5} lines={2} />}>
        {(items) =>
          items.length === 0 && referrals.atEnd ? (
            <EmptyState {...(status && view === 'all' ? { title: '没有这一阶段的推荐', text: '换一个阶段看看' } : EMPTY[view])} />
          ) : (
            <>
              <Card flush>
                {items.map((referral) => (
                  <ReferralRow
                    key={referral.id}
                    referral={referral}
                    now={now}
                    on={referral.id === shown}
                    onTap={() => (wide ? setChosen(referral.id) : go('referral', { id: referral.id }))}
                  />
                ))}
              </Card>
              <ListEnd list={referrals} count={`共 ${items.length} 条`} />
            </>
          )
        }
      </Loaded>
    </>
  );
  return (
    <PageFrame
      width="desk"
      head={
        <View className="referrals__head">
          <View className="grow">
            <ProjectPick project={project} />
          </View>
          {may(me, 'verdict-rule.edit') ? (
            <Button text="判客规则" icon="list" kind="quiet" onTap={() => go('verdictRules', { projectId })} />
          ) : null}
        </View>
      }
    >
      <SplitView list={list} detail={<DeskReferral key={shown ?? ''} id={shown} now={now} onChanged={() => void referrals.reload()} />} />
    </PageFrame>
  );
}
