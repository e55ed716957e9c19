import type { ReferralOffer } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { type Loadable, Loaded } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';

const FOR: Readonly<Record<ReferralOffer['lines'][number]['to'], string>> = { referrer: '您能得到', friend: '好友能得到' };

/** What the rules in force promise, to whom and when; nothing is promised that is not a rule. */
export function OfferSection({ offer }: { offer: Loadable<ReferralOffer> }) {
  const lines = offer.data?.lines ?? [];
  const groups = (['referrer', 'friend'] as const).filter((to) => lines.some((line) => line.to === to));
  if (offer.status !== 'ready' || groups.length === 0)
    return (
      <Section title={FOR.referrer}>
        <Loaded of={offer} skeleton={<Skeleton cards={1} lines={3} />}>
          <Card>
            <View className="ink-2">这个楼盘现在没有推荐奖励；好友走到哪一步，您仍可以在我的推荐里看到</View>
          </Card>
        </Loaded>
      </Section>
    );
  return (
    <>
      {groups.map((to) => (
        <Section key={to} title={FOR[to]}>
          <Card>
            {lines
              .filter((line) => line.to === to)
              .map(({ title, text }) => (
                <View key={`${title}:${text}`} className="offer-line">
                  <Icon name="check" className="offer-line__icon" />
                  <View className="grow">
                    <View>{title}</View>
                    <View className="t-note ink-2">{text}</View>
                  </View>
                </View>
              ))}
          </Card>
        </Section>
      ))}
    </>
  );
}
