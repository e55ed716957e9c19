import { type Me, ROLE_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Avatar } from '@/components/person-card/avatar';
import './who-card.scss';

/** Who I am here: the name, what I do, the phone that is known. */
export function WhoCard({ me }: { me: Me }) {
  const name = me.name ?? '微信用户';
  const roles = me.roles.map((role) => ROLE_LABELS[role]).join('、');
  return (
    <Card>
      <View className="who-card">
        <Avatar name={name} large />
        <View className="grow">
          <View className="t-title one-line">{name}</View>
          <View className="t-note ink-2">{me.phoneMasked ? `${roles} · ${me.phoneMasked}` : roles}</View>
        </View>
      </View>
    </Card>
  );
}
