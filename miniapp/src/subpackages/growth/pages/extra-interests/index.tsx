import { EXTRA_INTEREST_LABELS, type ExtraInterestStatus, type FollowingVerb, type StaffExtraInterest } from '@guihu/shared';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { usePagedResource } from '@/platform/use-paged-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server, useProjectChoice } from '@/session';
import { InterestRow } from './_components/interest-row';
import './index.scss';

const SHOWN: readonly ExtraInterestStatus[] = ['interested', 'contacted', 'taken-up', 'declined'];
const VIEWS = SHOWN.map((value) => ({ value, label: EXTRA_INTEREST_LABELS[value] }));
const ASKS: Readonly<Record<FollowingVerb, { title: string; reasons: readonly string[]; action: string }>> = {
  contact: { title: '联系得怎么样', reasons: ['已介绍，业主再想想', '约好时间当面谈', '没接通，改天再打'], action: '记为已联系' },
  takeUp: { title: '办理了什么', reasons: ['已签约', '已付款', '已预约上门'], action: '记为已办理' },
  decline: { title: '为什么不办', reasons: ['价格不合适', '暂时不需要', '已在别处办理'], action: '记为暂不办理' },
};

/** Owners who asked to hear of an extra, and what came of it (K11). */
export default function ExtraInterestsPage() {
  const project = useProjectChoice();
  const { id: projectId } = project;
  const [status, setStatus] = useState<ExtraInterestStatus>('interested');
  const [doing, setDoing] = useState<{ id: string; verb: FollowingVerb } | null>(null);
  const interests = usePagedResource<StaffExtraInterest>(projectId ? `extra-interests:${projectId}:${status}` : null, (cursor) =>
    server.staffExtras.interests({ projectId, status, cursor }),
  );
  const verbs = useVerbs(interests.reload);
  const now = useNow(60_000);
  usePullRefresh(interests.reload);
  useEndReached(interests.more);
  const ask = ASKS[doing?.verb ?? 'contact'];
  const record = async (note: string) => {
    if (doing && (await verbs.run(() => server.staffExtras.record(doing.id, doing.verb, note), '已记录'))) setDoing(null);
  };
  return (
    <PageFrame
      width="list"
      head={
        <>
          <ProjectPick project={project} />
          <ListHead>
            <Segments items={VIEWS} chosen={status} onChange={(value) => setStatus(value as ExtraInterestStatus)} />
          </ListHead>
        </>
      }
      over={
        <ReasonSheet
          open={doing !== null}
          title={ask.title}
          note="记下来，同事接手时看得到"
          label="情况"
          reasons={ask.reasons}
          action={ask.action}
          busy={verbs.busy}
          onSend={(note) => void record(note)}
          onClose={() => setDoing(null)}
        />
      }
    >
      <Loaded of={projectId ? interests : { ...project.projects, data: null }} skeleton={<Skeleton cards={3} lines={3} />}>
        {(items) =>
          items.length === 0 && interests.atEnd ? (
            <EmptyState title={`没有${EXTRA_INTEREST_LABELS[status]}的业主`} text="业主点了「我感兴趣」，会出现在这里" />
          ) : (
            <>
              <Card flush>
                {(items as StaffExtraInterest[]).map((interest) => (
                  <InterestRow
                    key={interest.id}
                    interest={interest}
                    now={now}
                    busy={verbs.busy}
                    onVerb={(verb) => setDoing({ id: interest.id, verb })}
                  />
                ))}
              </Card>
              <ListEnd list={interests} count={`共 ${items.length} 位`} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
