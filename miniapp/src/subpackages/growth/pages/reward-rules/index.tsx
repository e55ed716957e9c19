import type { RewardRule, RewardRules } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DraftBar } from '@/components/draft-note/draft-bar';
import { DraftNote } from '@/components/draft-note/draft-note';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ProjectPick } from '@/components/project-pick/project-pick';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVersionedDraft } from '@/platform/use-versioned-draft';
import { uuid } from '@/platform/uuid';
import { may, server, useProjectChoice, useSession } from '@/session';
import { newRewardRule, sayExample, sayRule } from '../../_lib/reward-rule-words';
import { HoldingSection } from './_components/holding-section';
import { RewardRuleSheet } from './_components/reward-rule-sheet';
import { TiersSection } from './_components/tiers-section';
import './index.scss';

type Content = Pick<RewardRules, 'rules' | 'holdDays' | 'pointMonths' | 'visitPoints' | 'storyPoints' | 'tiers'>;
const contentOf = ({ rules, holdDays, pointMonths, visitPoints, storyPoints, tiers }: RewardRules): Content => ({
  rules,
  holdDays,
  pointMonths,
  visitPoints,
  storyPoints,
  tiers,
});

/** What referring is worth: rules with an example each, how long rewards are held, and the steps of frequent referrers. */
export default function RewardRulesPage() {
  const { me } = useSession();
  const project = useProjectChoice();
  const { id: projectId } = project;
  const rules = useResource(projectId ? `reward-rules:${projectId}` : null, async (): Promise<RewardRules> => {
    const { items } = await server.staffRewards.rules(projectId);
    return items[0] as RewardRules;
  });
  const [editing, setEditing] = useState<RewardRule | null>(null);
  const now = useNow(60_000);
  usePullRefresh(rules.reload);
  const inForce = rules.data && { projectId, version: rules.data.version, content: contentOf(rules.data) };
  const draft = useVersionedDraft<Content>(inForce, {
    name: 'reward-rules',
    publish: (id, basedOn, content) => server.staffRewards.publishRules({ projectId: id, basedOn, ...content }),
    said: (version) => `已发布第 ${version} 版，之后产生的奖励按它算`,
    onPublished: rules.reload,
  });
  const mayEdit = may(me, 'reward-rule.edit');
  const save = (rule: RewardRule) => {
    const list = draft?.content.rules ?? [];
    draft?.change({
      rules: list.some(({ id }) => id === rule.id) ? list.map((old) => (old.id === rule.id ? rule : old)) : [...list, rule],
    });
    setEditing(null);
  };
  return (
    <PageFrame
      of={projectId ? rules : { ...project.projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={4} lines={3} />}
      head={<ProjectPick project={project} />}
      bottom={mayEdit && draft?.changed ? <DraftBar version={(rules.data?.version ?? 0) + 1} draft={draft} /> : null}
      over={<RewardRuleSheet rule={editing} onSave={save} onClose={() => setEditing(null)} />}
    >
      {(current) => {
        if (!draft) return null;
        const { content, change } = draft;
        return (
          <View className="reward-rules" key={current.projectId}>
            <View>
              <DraftNote current={current} byDefault="按默认规则计奖" draft={draft} now={now} />
              <Section title="奖励规则" note="只管发布后产生的奖励，已产生的不变">
                <Card flush>
                  {content.rules.map((rule) => (
                    <View key={rule.id} className="reward-rules__row">
                      <View className="grow">
                        <View className="reward-rules__name">{rule.name}</View>
                        <View className="ink-2">{sayRule(rule)}</View>
                        <View className="reward-rules__line tabular">{sayExample(rule)}</View>
                      </View>
                      {mayEdit ? (
                        <View className="reward-rules__verbs">
                          <Button text="修改" kind="quiet" onTap={() => setEditing(rule)} />
                          <Button
                            text="删除"
                            kind="quiet"
                            onTap={() => change({ rules: content.rules.filter(({ id }) => id !== rule.id) })}
                          />
                        </View>
                      ) : null}
                    </View>
                  ))}
                  {content.rules.length === 0 ? <View className="reward-rules__row ink-2">还没有奖励规则，推荐不产生奖励</View> : null}
                </Card>
                {mayEdit ? (
                  <Button
                    text="加一条规则"
                    icon="plus"
                    kind="quiet"
                    onTap={() => setEditing(newRewardRule(`rule-${uuid().slice(0, 8)}`))}
                  />
                ) : null}
              </Section>
            </View>
            <View>
              <HoldingSection holding={content} current={current} mayEdit={mayEdit} onChange={change} />
              <TiersSection tiers={content.tiers} mayEdit={mayEdit} onChange={(tiers) => change({ tiers })} />
            </View>
          </View>
        );
      }}
    </PageFrame>
  );
}
