import { beijingDate } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { useResource } from '@/platform/use-resource';
import { useViewport } from '@/platform/viewport';
import { may, server, useMyProjects, useSession } from '@/session';
import { CheckInSheet } from '../../_components/check-in-sheet/check-in-sheet';
import { DayList } from './_components/day-list';
import { DayStripView } from './_components/day-strip-view';
import { DaySwitch } from './_components/day-switch';
import { DeskViewing } from './_components/desk-viewing';
import { OnSite } from './_components/on-site';
import { TogetherSheet } from './_components/together-sheet';
import { useViewings } from './_hooks/use-viewings';
import { dayStrip, type StripBlock } from './_lib/day-strip';
import './index.scss';

type Whose = 'mine' | 'team';
const VIEWS = [
  { value: 'mine', label: '我接待的' },
  { value: 'team', label: '全部' },
];
const EMPTY: Readonly<Record<Whose, { title: string; text: string }>> = {
  mine: { title: '这天没有你接待的带看', text: '客户约了你会排在这里，并通过微信通知；点“全部”看其他同事的' },
  team: { title: '这天没有带看', text: '客户预约后会排在这里，并通过微信通知接待的同事' },
};
const ALL = '';
/** px: as wide as a desk's page gets, and what of it lies at both sides of the strip. */
const DESK_WIDTH = 1688;
const BESIDE_STRIP = 194;

/** A day of visits at one look: drawn as a strip, and as a list with what cannot wait on top. */
export default function StaffViewingsPage() {
  const asked = useParams<RouteParams['staffViewings']>();
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const { width } = useViewport();
  const now = useNow();
  const receives = may(me, 'lead.accept');
  // Whoever I am and what day it is may be known only after the first drawing: what was not picked follows.
  const [picked, setView] = useState<Whose | null>(asked.view ?? null);
  const view = picked ?? (receives && !may(me, 'viewing.assign') ? 'mine' : 'team');
  const [pickedDay, setDay] = useState<string | null>(asked.day ?? null);
  const day = pickedDay ?? beijingDate(now);
  const [projectId, setProject] = useState(asked.projectId ?? ALL);
  const [chosen, setChosen] = useState<string | null>(asked.id ?? null);
  const [together, setTogether] = useState<StripBlock | null>(null);
  const [scanning, setScanning] = useState(false);
  const projects = useMyProjects().data ?? [];
  const viewings = useViewings(me ? { view, day, projectId: projectId || undefined } : null);
  const site = { day, projectId: projectId || undefined };
  const onSite = useResource(me ? `on-site:${projectId}:${day}` : null, () => server.siteRota.onDay(site));
  const reload = async () => {
    await Promise.all([viewings.reload(), onSite.reload()]);
  };
  usePullRefresh(reload);
  useLiveRefresh(reload, null);

  const mayReceive = may(me, 'viewing.receive');
  const open = (id: string) => {
    setTogether(null);
    if (wide) setChosen(id);
    else go('staffViewing', { id });
  };
  const openBlock = (block: StripBlock) => (block.visits.length > 1 ? setTogether(block) : open(block.key));
  const verbs = (
    <>
      <Button text="到访接待" icon="door" kind="plain" onTap={() => go('walkIn', { projectId: projectId || undefined })} />
      <Button text="核对到访码" icon="check" onTap={() => setScanning(true)} />
    </>
  );
  return (
    <PageFrame
      of={viewings}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={2} picture={wide ? 120 : 0} />}
      head={
        <View className="viewings__head">
          <DaySwitch day={day} now={now} onChange={(next) => setDay(next === beijingDate(now) ? null : next)} />
          <View className="viewings__picks">
            <Segments items={VIEWS} chosen={view} onChange={(value) => setView(value as Whose)} />
            {projects.length > 1 ? (
              <Segments
                items={[{ value: ALL, label: '全部楼盘' }, ...projects.map(({ id, name }) => ({ value: id, label: name }))]}
                chosen={projectId}
                onChange={setProject}
              />
            ) : null}
          </View>
          {wide && mayReceive ? <View className="viewings__verbs">{verbs}</View> : null}
        </View>
      }
      bottom={mayReceive && !wide ? <BottomBar>{verbs}</BottomBar> : null}
      over={
        <>
          <TogetherSheet block={together} now={now} onOpen={open} onClose={() => setTogether(null)} />
          <CheckInSheet
            open={scanning}
            onDone={(id) => {
              setScanning(false);
              void reload();
              open(id);
            }}
            onClose={() => setScanning(false)}
          />
        </>
      }
    >
      {(visits) => {
        const staffed = onSite.data ? (
          <OnSite
            sites={onSite.data.items}
            today={day === beijingDate(now)}
            onPlan={may(me, 'site-rota.edit') ? (of) => go('siteRota', { projectId: of }) : null}
          />
        ) : null;
        if (visits.length === 0)
          return (
            <>
              <EmptyState {...EMPTY[view]} />
              {staffed}
            </>
          );
        const strip = dayStrip(visits, { day, now, mine: me?.staffId, room: wide ? Math.min(width, DESK_WIDTH) - BESIDE_STRIP : 0 });
        return (
          <>
            {strip.rows.length > 0 ? (
              <DayStripView key={day} strip={strip} now={now} chosen={wide ? chosen : null} onOpen={openBlock} />
            ) : null}
            <SplitView
              list={<DayList visits={visits} now={now} withHost={view === 'team'} chosen={wide ? chosen : null} onOpen={open} />}
              detail={
                <DeskViewing key={chosen ?? ''} id={chosen} now={now} onChanged={() => void reload()} onLeave={() => setChosen(null)} />
              }
            />
            {staffed}
          </>
        );
      }}
    </PageFrame>
  );
}
