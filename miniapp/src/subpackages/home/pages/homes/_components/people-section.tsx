import { HOME_ROLES, type HomeInvitation, type HomePerson, type HomeView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Avatar } from '@/components/person-card/avatar';
import { Section } from '@/components/section/section';
import { sayDay, sayPerson, sayRights } from '../../../_lib/home-words';

interface Props {
  home: HomeView;
  now: number;
  busy: boolean;
  onInvite: () => void;
  onRemove: (person: HomePerson) => void;
  onRevoke: (invitation: HomeInvitation) => void;
}

/** Who else is somebody of this home; its owners decide. */
export function PeopleSection({ home: { people = [], invitations = [] }, now, busy, onInvite, onRemove, onRevoke }: Props) {
  return (
    <Section title={`成员 ${people.length}`} aside={<Button kind="quiet" icon="plus" text="邀请家人或租户" onTap={onInvite} />}>
      <Card flush>
        {people.map((person) => (
          <View key={person.id} className="home-person">
            <Avatar name={person.name} />
            <View className="grow">
              <View>{sayPerson(person)}</View>
              <View className="t-note ink-2 tabular">{aboutPerson(person)}</View>
              {person.role === 'owner' ? null : <View className="t-note ink-2">{`可以：${sayRights(person.may)}`}</View>}
            </View>
            {person.self || person.role === 'owner' ? null : (
              <Button kind="quiet" text="移除" disabled={busy} onTap={() => onRemove(person)} />
            )}
          </View>
        ))}
        {invitations.map((invitation) => (
          <View key={invitation.id} className="home-person">
            <Avatar name="邀" />
            <View className="grow">
              <View>{`已邀请${HOME_ROLES[invitation.role]}，等待加入`}</View>
              <View className="t-note ink-2">{`可以：${sayRights(invitation.may)}`}</View>
              <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(invitation.expiresAt), now)} 前有效`}</View>
            </View>
            <Button kind="quiet" text="收回" disabled={busy} onTap={() => onRevoke(invitation)} />
          </View>
        ))}
      </Card>
    </Section>
  );
}

function aboutPerson({ phoneMasked, bound, until }: HomePerson): string {
  return [phoneMasked, bound ? null : '还没进过小程序', until ? `租期至 ${sayDay(until)}` : null].filter(Boolean).join(' · ');
}
