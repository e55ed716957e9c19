import { beijingParts, type ReferralRules } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import './index.scss';

/** 推荐规则: what the server makes of the rules in force; nothing of it is written down here. */
export default function RulesPage() {
  const { id = '' } = useParams<RouteParams['referralRules']>();
  const rules = useResource<ReferralRules>(`referral-rules:${id}`, () => server.referrals.rules(id), { kept: true });
  usePullRefresh(rules.reload);
  return (
    <PageFrame
      of={rules}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={
        <BottomBar>
          <Button text="去推荐好友" onTap={() => go('refer', { id })} />
        </BottomBar>
      }
    >
      {({ projectName, inForceSince, sections }) => (
        <View className="rules">
          <View>
            <View className="t-title">{`${projectName}推荐规则`}</View>
            <View className="t-note ink-2 tabular">{sinceWords(inForceSince)}</View>
          </View>
          {sections.map(({ title, lines }) => (
            <Section key={title} title={title}>
              <Card>
                {lines.map((line) => (
                  <View key={line} className="rules__line">
                    {line}
                  </View>
                ))}
              </Card>
            </Section>
          ))}
        </View>
      )}
    </PageFrame>
  );
}

function sinceWords(inForceSince: string | null): string {
  if (!inForceSince) return '现行规则';
  const { year, month, day } = beijingParts(Date.parse(inForceSince));
  return `${year}年${month}月${day}日起执行，现行有效`;
}
