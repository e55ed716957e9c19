import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useEffect, useMemo, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ListHead } from '@/components/list-head/list-head';
import { OfflineBar } from '@/components/offline-bar/offline-bar';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { SearchBox } from '@/components/search-box/search-box';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { setTitle, useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { may, useSession } from '@/session';
import { nextDue } from '../../_lib/next-due';
import { DeskDetail } from './_components/desk-detail';
import { LeadList } from './_components/lead-list';
import { useLeads } from './_hooks/use-leads';
import { EMPTY_VIEWS, type LeadViewKey, viewAsked, viewsFor } from './_lib/lead-views';

const LIST_SKELETON = <Skeleton cards={5} lines={2} />;

/** The workbench: my leads by urgency first; on a wide screen the chosen one stands beside the list. */
export default function LeadsPage() {
  const asked = useParams<RouteParams['leads']>();
  const { me } = useSession();
  const { wide, online } = useContext(PageSettings);
  const leadsOthers = me?.roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin') ?? false;
  const views = useMemo(
    () => viewsFor({ permissions: me?.permissions ?? [], leads: leadsOthers, ofOther: asked.owner !== undefined }),
    [me, leadsOthers, asked.owner],
  );
  const [picked, setPicked] = useState<LeadViewKey | null>(null);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(asked.id ?? null);
  const view = picked ?? viewAsked(asked.status, views);
  const leads = useLeads({ view, q, projectId: asked.projectId, owner: asked.owner });
  const now = useNow();
  usePullRefresh(leads.reload);
  useEndReached(leads.more);
  useLiveRefresh(leads.reload, nextDue(leads.data ?? [], now));
  useEffect(() => {
    if (asked.ownerName) setTitle(`${asked.ownerName}的线索`);
  }, [asked.ownerName]);

  const shown = wide ? (chosen ?? leads.data?.[0]?.id ?? null) : null;
  const enter = may(me, 'lead.create') && !asked.owner;
  const open = (id: string) => (wide ? setChosen(id) : go('lead', { id }));
  const list = (
    <>
      <ListHead>
        <View className="row">
          <View className="grow">
            <SearchBox placeholder="姓名、手机号或编号" label="搜索线索" onSearch={setQ} />
          </View>
          {wide && enter ? <Button text="到访登记" icon="plus" onTap={() => go('entry')} /> : null}
        </View>
        {q ? (
          <View className="list-head__found t-note">{`搜索“${q}”，在你能看到的全部线索中`}</View>
        ) : (
          <Segments items={views} chosen={view} onChange={(value) => setPicked(value as LeadViewKey)} />
        )}
      </ListHead>
      {online && leads.data && leads.failure ? (
        <OfflineBar text={`${leads.failure.sentence}。以下是${sayTime(leads.since ?? now, now)} 的内容`} />
      ) : null}
      <Loaded of={leads} skeleton={LIST_SKELETON}>
        {(items) => (
          <LeadList
            leads={leads}
            items={items}
            now={now}
            withOwner={view !== 'urgent' && !asked.owner && (leadsOthers || !may(me, 'lead.accept'))}
            chosen={shown}
            empty={q ? { title: '没有找到', text: '试试完整的手机号、姓名开头或线索编号' } : EMPTY_VIEWS[view]}
            onOpen={open}
          />
        )}
      </Loaded>
    </>
  );
  return (
    <PageFrame
      width="desk"
      bottom={
        enter && !wide ? (
          <BottomBar>
            <Button text="到访登记" icon="plus" kind="plain" onTap={() => go('entry')} />
          </BottomBar>
        ) : null
      }
    >
      <SplitView
        list={list}
        detail={<DeskDetail key={shown ?? ''} id={shown} now={now} onChanged={() => void leads.reload()} onLeave={() => setChosen(null)} />}
      />
    </PageFrame>
  );
}
