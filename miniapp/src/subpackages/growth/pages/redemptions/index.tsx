import { REDEMPTION_STATUS_LABELS, REDEMPTION_STATUSES, type RedemptionStatus, type StaffRedemption, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { SearchBox } from '@/components/search-box/search-box';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';
import { useNow } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { usePagedResource } from '@/platform/use-paged-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server, useProjectChoice } from '@/session';
import './index.scss';

const VIEWS = REDEMPTION_STATUSES.map((value) => ({ value, label: REDEMPTION_STATUS_LABELS[value] }));
const PICK_UP_CODE = /^\d{6}$/;
const TONES: Readonly<Record<RedemptionStatus, Tone>> = { ordered: 'soon', 'handed-over': 'done', returned: 'calm' };

/** Gifts that points were exchanged for: found by the code on the customer's phone, handed over once (K4, K5). */
export default function RedemptionsPage() {
  const asked = useParams<RouteParams['redemptions']>();
  const project = useProjectChoice();
  const [status, setStatus] = useState<RedemptionStatus>('ordered');
  const [code, setCode] = useState(asked.code ?? '');
  const { id: projectId } = project;
  const typed = code.replace(/\s/g, '');
  const wanted = PICK_UP_CODE.test(typed) ? typed : '';
  const redemptions = usePagedResource<StaffRedemption>(projectId ? `redemptions:${projectId}:${status}:${wanted}` : null, (cursor) =>
    server.staffRewards.redemptions({ projectId, ...(wanted ? { code: wanted } : { status }), cursor }),
  );
  const verbs = useVerbs(redemptions.reload);
  const now = useNow(60_000);
  usePullRefresh(redemptions.reload);
  useEndReached(redemptions.more);
  const handOver = async ({ id, title, person }: StaffRedemption) => {
    if (await confirmed('礼品交给客人了？', `「${title}」交给${person.name}，登记后不能撤回`, '已交给'))
      await verbs.run(() => server.staffRewards.handOver(id), '已登记领取');
  };
  const giveBack = async ({ id, title, points }: StaffRedemption) => {
    if (await confirmed('退回这次兑换？', `「${title}」不再领取，${points} 积分退给客人`, '退回积分'))
      await verbs.run(() => server.staffRewards.giveBack(id), '积分已退回');
  };
  return (
    <PageFrame
      width="list"
      head={
        <>
          <ProjectPick project={project} />
          <ListHead>
            <SearchBox placeholder="客人出示的 6 位领取码" label="按领取码查找" initial={asked.code} onSearch={setCode} />
            {typed ? (
              <View className="list-head__found t-note">{wanted ? `领取码 ${wanted}` : '领取码是 6 位数字'}</View>
            ) : (
              <Segments items={VIEWS} chosen={status} onChange={(value) => setStatus(value as RedemptionStatus)} />
            )}
          </ListHead>
        </>
      }
    >
      <Loaded of={projectId ? redemptions : { ...project.projects, data: null }} skeleton={<Skeleton cards={3} lines={2} />}>
        {(items) =>
          items.length === 0 && redemptions.atEnd ? (
            <EmptyState
              {...(wanted
                ? { title: '没有找到这个领取码', text: '请核对客人手机上的 6 位数字，或看看是不是另一个楼盘的' }
                : { title: `没有${REDEMPTION_STATUS_LABELS[status]}的兑换`, text: '客人用积分换了礼品，会出现在这里' })}
            />
          ) : (
            <>
              <Card flush>
                {(items as StaffRedemption[]).map((redemption) => (
                  <View key={redemption.id} className="redemption">
                    <View className="row row--between row--wrap">
                      <View className="redemption__title">{redemption.title}</View>
                      <StatusTag text={REDEMPTION_STATUS_LABELS[redemption.status]} tone={TONES[redemption.status]} />
                    </View>
                    <View>{`${redemption.person.name} ${redemption.person.phoneMasked}`}</View>
                    <View className="t-note ink-2 tabular">
                      {[
                        `${redemption.points.toLocaleString('en-US')} 积分`,
                        // The customer shows it; a list that told it would make it worth nothing.
                        wanted ? `领取码 ${redemption.pickUpCode}` : null,
                        redemption.pickUpPlace,
                        sayTime(Date.parse(redemption.at), now),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </View>
                    {redemption.allowed.length > 0 ? (
                      <View className="redemption__verbs">
                        <Button text="退回积分" kind="quiet" disabled={verbs.busy} onTap={() => void giveBack(redemption)} />
                        <Button text="交给客人" kind="plain" disabled={verbs.busy} onTap={() => void handOver(redemption)} />
                      </View>
                    ) : null}
                  </View>
                ))}
              </Card>
              <ListEnd list={redemptions} count={`共 ${items.length} 件`} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
