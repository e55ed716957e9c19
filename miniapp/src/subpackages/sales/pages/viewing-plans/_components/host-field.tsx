import type { ColleagueView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/page-frame/page-frame';
import { PersonPick } from '@/components/person-pick/person-pick';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { colleagueNote, receivers } from '../../../_lib/colleague-words';
import type { PlanContent } from '../_lib/plan-content';

interface Props {
  projectId: string;
  content: PlanContent;
  mayEdit: boolean;
  onChange: (part: Partial<PlanContent>) => void;
}

const WAYS = [
  { value: 'personal', label: '每组有专人' },
  { value: 'event', label: '一位统一接待' },
];

/** Whether each visitor has a colleague of their own, or one receives everybody. */
export function HostField({ projectId, content: { personalHost, eventHostId }, mayEdit, onChange }: Props) {
  const [picking, setPicking] = useState(false);
  const colleagues = useResource(personalHost ? null : `colleagues:${projectId}`, () => server.staff.colleagues(projectId));
  const host = colleagues.data?.items.find(({ id }) => id === eventHostId);
  return (
    <Section
      title="谁来接待"
      note={personalHost ? '优先由一直服务的顾问接待，其余按忙闲安排' : '到场的人都由一位同事接待，不指定就由现场同事接待'}
    >
      {mayEdit ? (
        <Segments
          items={WAYS}
          chosen={personalHost ? 'personal' : 'event'}
          onChange={(way) => onChange({ personalHost: way === 'personal', ...(way === 'personal' ? { eventHostId: null } : {}) })}
        />
      ) : (
        <View>{personalHost ? WAYS[0]?.label : WAYS[1]?.label}</View>
      )}
      {personalHost ? null : (
        <View className="host-field">
          <Card>
            <View className="row">
              <View className="grow">{host ? host.name : eventHostId ? '正在读取' : '现场同事'}</View>
              {mayEdit ? <Button text={eventHostId ? '换一位' : '选一位'} kind="quiet" onTap={() => setPicking(true)} /> : null}
            </View>
          </Card>
        </View>
      )}
      <Sheet open={picking} title="由谁统一接待" onClose={() => setPicking(false)}>
        <Loaded of={colleagues} skeleton={<Skeleton cards={1} lines={4} />}>
          {({ items }: { items: ColleagueView[] }) => (
            <PersonPick
              people={receivers(items, undefined).map((person) => ({
                id: person.id,
                name: person.name,
                note: colleagueNote(person),
                doubtful: person.unavailable !== null,
              }))}
              chosen={eventHostId}
              onChoose={(id) => {
                onChange({ eventHostId: id });
                setPicking(false);
              }}
            />
          )}
        </Loaded>
      </Sheet>
    </Section>
  );
}
