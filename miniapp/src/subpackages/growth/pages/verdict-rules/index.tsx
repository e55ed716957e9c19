import type { VerdictRules } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { DraftBar } from '@/components/draft-note/draft-bar';
import { DraftNote } from '@/components/draft-note/draft-note';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVersionedDraft } from '@/platform/use-versioned-draft';
import { may, server, useProjectChoice, useSession } from '@/session';
import { changesOf } from '../../_lib/verdict-rule-words';
import { DaysSection } from './_components/days-section';
import { KindsSection } from './_components/kinds-section';
import { TrialSection } from './_components/trial-section';
import './index.scss';

/** By which rules it is judged who brought a customer: read, changed as a draft, tried on the past, published as a version. */
export default function VerdictRulesPage() {
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const project = useProjectChoice();
  const { id: projectId } = project;
  const rules = useResource(projectId ? `verdict-rules:${projectId}` : null, async (): Promise<VerdictRules> => {
    const { items } = await server.staffReferrals.rules(projectId);
    return items[0] as VerdictRules;
  });
  const now = useNow(60_000);
  usePullRefresh(rules.reload);
  const inForce = rules.data && { projectId, version: rules.data.version, content: rules.data.settings };
  const draft = useVersionedDraft(inForce, {
    name: 'verdict-rules',
    publish: (id, basedOn, settings) => server.staffReferrals.publishRules({ projectId: id, basedOn, settings }),
    said: (version) => `已发布第 ${version} 版，之后的判定按它`,
    onPublished: rules.reload,
  });
  const mayEdit = may(me, 'verdict-rule.edit');
  return (
    <PageFrame
      of={projectId ? rules : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={3} />}
      head={<ProjectPick project={project} />}
      bottom={mayEdit && draft?.changed ? <DraftBar version={(rules.data?.version ?? 0) + 1} draft={draft} /> : null}
    >
      {(current) => {
        if (!draft) return null;
        const part = { settings: draft.content, current: current.settings, mayEdit, onChange: draft.change };
        const trial = <TrialSection projectId={projectId} settings={draft.content} changes={changesOf(current.settings, draft.content)} />;
        return (
          <View className="verdict-rules" key={current.projectId}>
            <View>
              <DraftNote current={current} byDefault="按默认规则判断" draft={draft} now={now} />
              <DaysSection {...part} />
              {wide ? trial : null}
            </View>
            <View>
              <KindsSection {...part} />
              {wide ? null : trial}
            </View>
          </View>
        );
      }}
    </PageFrame>
  );
}
