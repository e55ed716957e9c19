import type { WorkOrderKind } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { setTitle, useParams } from '@/platform/lifecycle';
import { go, replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { homesFor, KIND_WORDS } from '../../_lib/kind-words';
import { ReportFormPage } from './_components/report-form-page';
import './index.scss';

const VOICES = [
  { value: 'complaint', label: '投诉' },
  { value: 'suggestion', label: '建议' },
];

/** 报修, 投诉 and 建议: one page, since it asks the same few things. */
export default function ReportPage() {
  const params = useParams<RouteParams['report']>();
  const [kind, setKind] = useState<WorkOrderKind>(params.kind ?? 'repair');
  const homes = useResource('my-homes', server.homes.mine, { kept: true });
  const categories = useResource('order-categories', server.workOrders.categories, { kept: true });
  useEffect(() => setTitle(KIND_WORDS[kind].title), [kind]);

  if (!homes.data || !categories.data) {
    const waitsFor = homes.data ? categories : homes;
    return (
      <PageFrame of={waitsFor as typeof homes} width="form" now={now()} skeleton={<Skeleton cards={3} lines={4} />}>
        {null}
      </PageFrame>
    );
  }
  const allowed = homesFor(kind, homes.data.items);
  const head =
    kind === 'repair' ? undefined : <Segments items={VOICES} chosen={kind} onChange={(value) => setKind(value as WorkOrderKind)} />;
  if (allowed.length === 0)
    return (
      <PageFrame width="form" head={head}>
        {homes.data.items.length === 0 ? (
          <EmptyState
            title="还没有绑定房屋"
            text="先用手机号找到您的房屋，再回来报修"
            action={{ text: '绑定我的房屋', onTap: () => replaceWith('homes') }}
          />
        ) : (
          <EmptyState title="暂时不能提交" text={KIND_WORDS[kind].denied} action={{ text: '查看我的房屋', onTap: () => go('homes') }} />
        )}
      </PageFrame>
    );
  return (
    <ReportFormPage
      key={kind}
      kind={kind}
      homes={allowed}
      unitId={params.unitId}
      categories={categories.data.items.filter((category) => category.kind === kind)}
      head={head}
    />
  );
}
