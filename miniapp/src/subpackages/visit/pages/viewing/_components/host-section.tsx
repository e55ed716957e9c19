import type { MyViewing } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PersonCard } from '@/components/person-card/person-card';
import { Section } from '@/components/section/section';
import { isAhead } from '../../../_lib/viewing-words';

interface Props {
  viewing: MyViewing;
  onCall: (phone: string) => void;
}

/** Who waits for the visitor, with a number to ring (F8); at an open day that is whoever is there. */
export function HostSection({ viewing, onCall }: Props) {
  const { host } = viewing;
  if (!host && !isAhead(viewing)) return null;
  const phone = host?.phone;
  return (
    <Section title={viewing.kind === 'event' ? '接待您的同事' : '接待您的顾问'}>
      <Card>
        {host ? (
          <PersonCard name={host.name} role={host.title} note={host.intro} onCall={phone ? () => onCall(phone) : undefined} />
        ) : (
          <View className="row">
            <Icon name="people" className="ink-accent" />
            <View className="grow">到了由现场同事接待您</View>
          </View>
        )}
      </Card>
    </Section>
  );
}
