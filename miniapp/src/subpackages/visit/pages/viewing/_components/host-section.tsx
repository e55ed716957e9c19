import type { MyViewing } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { PersonAwaited } from '@/components/person-card/person-awaited';
import { PersonCard } from '@/components/person-card/person-card';
import { Section } from '@/components/section/section';
import { isAhead } from '../../../_lib/viewing-words';

interface Props {
  viewing: MyViewing;
  onCall: (phone: string) => void;
}

/** Who waits for the visitor, with a number to ring; until that is known, the place where it will stand, so that nothing jumps (F8). */
export function HostSection({ viewing, onCall }: Props) {
  const { host } = viewing;
  if (!host && !isAhead(viewing)) return null;
  const phone = host?.phone;
  return (
    <Section title="接待您的顾问">
      <Card>
        {host ? (
          <PersonCard name={host.name} role={host.title} note={host.intro} onCall={phone ? () => onCall(phone) : undefined} />
        ) : (
          <PersonAwaited />
        )}
      </Card>
    </Section>
  );
}
