import type { ColleagueCard } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PersonAwaited } from '@/components/person-card/person-awaited';
import { PersonCard } from '@/components/person-card/person-card';
import { Section } from '@/components/section/section';
import './agent-section.scss';

interface Props {
  agent: ColleagueCard | null;
  /** The service has ended: nobody is being looked for any more. */
  over: boolean;
  onCall: (phone: string) => void;
}

/** Who serves the person; until that is known, the place where it will stand, so that nothing jumps. */
export function AgentSection({ agent, over, onCall }: Props) {
  if (!agent && over) return null;
  const phone = agent?.phone;
  return (
    <Section title="为您服务的置业顾问">
      <Card>
        {agent ? (
          <View className="agent-section__known">
            <PersonCard name={agent.name} role={agent.title} note={agent.intro} onCall={phone ? () => onCall(phone) : undefined} />
          </View>
        ) : (
          <PersonAwaited />
        )}
      </Card>
    </Section>
  );
}
