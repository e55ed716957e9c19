import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { channelOf } from '@/platform/scanned-channel';
import { useResource } from '@/platform/use-resource';
import { server, useArrival } from '@/session';
import { LeadFormPage } from './_components/lead-form-page';
import './index.scss';

export default function LeaveDetailsPage() {
  const params = useParams<RouteParams['leaveDetails']>();
  const { id = '', layout } = params;
  useArrival(params, id);
  const project = useResource(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const policy = useResource('policy', server.consents.policy, { kept: true });
  if (project.data && policy.data)
    return (
      <LeadFormPage
        project={project.data}
        policy={policy.data}
        channelCode={channelOf(params)}
        layoutId={layout}
        onPolicyOutdated={policy.reload}
      />
    );
  const waitsFor = project.data ? policy : project;
  return (
    <PageFrame of={waitsFor as typeof project} width="form" now={now()} skeleton={<Skeleton cards={2} lines={4} />}>
      {null}
    </PageFrame>
  );
}
