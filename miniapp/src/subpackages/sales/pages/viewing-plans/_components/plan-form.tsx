import type { ViewingKind, ViewingPlan } from '@guihu/shared';
import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { DraftNote } from '@/components/draft-note/draft-note';
import { FailureNote } from '@/components/failure-note/failure-note';
import { TextField } from '@/components/field/text-field';
import { NumberGroups } from '@/components/number-groups/number-groups';
import { Section } from '@/components/section/section';
import type { PlanEditor } from '../_hooks/use-plan-draft';
import { contentOf, firstContent, PLAN_NUMBERS } from '../_lib/plan-content';
import { faultOfPlan, isWeekly, sayPlan, sayWindows, WEEKDAYS } from '../_lib/plan-words';
import { HostField } from './host-field';
import { SpecialDays } from './special-days';
import { TourStopsField } from './tour-stops-field';
import { WeekStrip } from './week-strip';
import { WindowsSheet } from './windows-sheet';

interface Props {
  projectId: string;
  kind: ViewingKind;
  plan: ViewingPlan | null;
  editor: PlanEditor;
  mayEdit: boolean;
  now: number;
}

/** How one kind of visit is offered: what it means, when, how long, how many, by whom. */
export function PlanForm({ projectId, kind, plan, editor, mayEdit, now }: Props) {
  const [day, setDay] = useState<string | null>(null);
  const { content, change, changed } = editor;
  const fault = changed ? faultOfPlan(content) : null;
  const current = plan ? contentOf(plan) : firstContent(kind);
  return (
    <View className="plan-form">
      <View className="plan-form__column">
        <View>
          <DraftNote current={{ version: plan?.version ?? 0 }} byDefault="客户还不能预约" draft={editor} now={now} />
          <Card>
            <View className="plan-form__said t-section">{sayPlan(content)}</View>
            {isWeekly(content) ? <WeekStrip week={content.week} lengthMinutes={content.lengthMinutes} /> : null}
          </Card>
          {fault ? (
            <View className="plan-form__fault">
              <FailureNote text={fault} />
            </View>
          ) : null}
        </View>
        <View>
          <Section title="每周开放时间" note="按工作日历：休息日不开放，调休上班的周末按工作日开放">
            <CellGroup>
              {WEEKDAYS.map(({ key, name }) => (
                <Cell
                  key={key}
                  title={name}
                  end={<View className="tabular">{sayWindows(content.week[key] ?? [])}</View>}
                  onTap={mayEdit ? () => setDay(key) : undefined}
                />
              ))}
            </CellGroup>
          </Section>
          <SpecialDays content={content} mayEdit={mayEdit} onChange={change} />
        </View>
      </View>
      <View className="plan-form__column">
        <View>
          <Section title="对客户">
            <CellGroup>
              <Cell
                title="接受预约"
                note={content.active ? '客户可以在小程序里约' : '客户看不到这类预约'}
                end={<Switch checked={content.active} disabled={!mayEdit} onChange={(active) => change({ active })} />}
              />
              {kind === 'viewing' ? null : (
                <Cell
                  title="只给本楼盘业主"
                  note={content.audience === 'owners' ? '绑定房屋的业主才看得到、能报名' : '所有人都能预约'}
                  end={
                    <Switch
                      checked={content.audience === 'owners'}
                      disabled={!mayEdit}
                      onChange={(owners) => change({ audience: owners ? 'owners' : 'everybody' })}
                    />
                  }
                />
              )}
            </CellGroup>
            {mayEdit ? (
              <View className="plan-form__title">
                <TextField label="名称" name="title" value={content.title} maxLength={30} onChange={(title) => change({ title })} />
              </View>
            ) : null}
          </Section>
          <TourStopsField content={content} mayEdit={mayEdit} onChange={change} />
          <HostField projectId={projectId} content={content} mayEdit={mayEdit} onChange={change} />
        </View>
        <View>
          <NumberGroups groups={PLAN_NUMBERS} values={content} current={current} mayEdit={mayEdit} onChange={change} />
        </View>
      </View>
      <WindowsSheet
        day={day}
        week={content.week}
        lengthMinutes={content.lengthMinutes}
        onSave={(week) => {
          change({ week });
          setDay(null);
        }}
        onClose={() => setDay(null)}
      />
    </View>
  );
}
