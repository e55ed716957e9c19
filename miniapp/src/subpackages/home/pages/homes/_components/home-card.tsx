import { HOME_ROLES, type HomeView, mayAtHome } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { go } from '@/platform/navigation';
import { sayDay, sayRights } from '../../../_lib/home-words';

/** One home: what it is, what I am there, and the two things people come for. */
export function HomeCard({ home }: { home: HomeView }) {
  const { label, role, may, deliveredOn, until, unitId } = home;
  const facts = [deliveredOn ? `${sayDay(deliveredOn)}交付` : null, until ? `租期至 ${sayDay(until)}` : null].filter(Boolean).join(' · ');
  const [reports, complains] = [mayAtHome(home, 'report'), mayAtHome(home, 'complain')];
  return (
    <Card>
      <View className="row row--wrap row--between">
        <View className="t-section home-card__label">{label}</View>
        <StatusTag text={HOME_ROLES[role]} tone="done" icon={role === 'owner' ? 'home' : 'person'} />
      </View>
      {facts ? <View className="t-note ink-2">{facts}</View> : null}
      {role === 'owner' ? null : <View className="t-note ink-2">{`可以：${sayRights(may)}`}</View>}
      {reports || complains ? (
        <View className="home-card__ways">
          {complains ? <Button text="投诉建议" kind="plain" onTap={() => go('report', { kind: 'complaint', unitId })} /> : null}
          {reports ? <Button text="报修" icon="wrench" onTap={() => go('report', { kind: 'repair', unitId })} /> : null}
        </View>
      ) : null}
    </Card>
  );
}
