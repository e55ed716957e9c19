import { type DispatchRule, type DispatchRuleSet } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DraftNote } from '@/components/draft-note/draft-note';
import { Section } from '@/components/section/section';
import { confirmed } from '@/platform/feedback';
import { uuid } from '@/platform/uuid';
import { useRuleGround } from '../_hooks/use-rule-ground';
import type { RulesEditor as Editor } from '../_hooks/use-rules-draft';
import { moved, newRule, withRule } from '../_lib/rule-list';
import { PolicySection } from './policy-section';
import { ReplaySection } from './replay-section';
import { RuleCard } from './rule-card';
import { RuleSheet } from './rule-sheet';
import { SimulationSection } from './simulation-section';

interface Props {
  current: DispatchRuleSet;
  editor: Editor;
  mayEdit: boolean;
  now: number;
}

/** The rules in force, or the draft that was made of them; tried on the past before it is published. */
export function RulesEditor({ current, editor, mayEdit, now }: Props) {
  const ground = useRuleGround(current.projectId);
  const [editing, setEditing] = useState<DispatchRule | null>(null);
  const { content: draft, change } = editor;
  const { rules, settings } = draft;
  const remove = async (rule: DispatchRule) => {
    if (await confirmed('删除这条规则？', `「${rule.name}」只是从草稿里删掉，发布后才生效`, '删除规则'))
      change({ rules: rules.filter(({ id }) => id !== rule.id) });
  };
  return (
    <>
      <View className="rules">
        <View>
          <DraftNote current={current} byDefault="按默认规则派单" draft={editor} now={now} />
          <Section title="派单规则" note="从上往下，第一条符合的规则决定派给谁">
            <Card flush>
              {rules.map((rule, at) => (
                <RuleCard
                  key={rule.id}
                  rule={rule}
                  place={at + 1}
                  last={at === rules.length - 1}
                  names={ground.names}
                  mayEdit={mayEdit}
                  onEdit={() => setEditing(rule)}
                  onMove={(by) => change({ rules: moved(rules, rule.id, by) })}
                  onRemove={() => void remove(rule)}
                />
              ))}
            </Card>
            {mayEdit ? (
              <Button text="加一条规则" icon="plus" kind="quiet" onTap={() => setEditing(newRule(`rule-${uuid().slice(0, 8)}`))} />
            ) : null}
          </Section>
          <SimulationSection projectId={current.projectId} draft={draft} />
        </View>
        <View>
          <PolicySection settings={settings} current={current.settings} mayEdit={mayEdit} onChange={(next) => change({ settings: next })} />
          <ReplaySection projectId={current.projectId} draft={draft} />
        </View>
      </View>
      <RuleSheet
        rule={editing}
        ground={ground}
        onSave={(rule) => {
          change({ rules: withRule(rules, rule) });
          setEditing(null);
        }}
        onClose={() => setEditing(null)}
      />
    </>
  );
}
