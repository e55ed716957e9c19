import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StatusTag } from '@/components/status-tag/status-tag';
import { now } from '@/platform/clock';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import './index.scss';

/** The policy in force, as people agree to it: purposes first, because that is what is decided about. */
export default function PolicyPage() {
  const policy = useResource('policy', server.consents.policy, { kept: true });
  return (
    <PageFrame of={policy} width="form" now={now()} skeleton={<Skeleton cards={2} lines={5} />}>
      {({ title, version, body, purposes }) => (
        <View>
          <View className="t-title">{title}</View>
          <View className="t-note ink-2 tabular">{`${version} 版，现行有效`}</View>
          <View className="policy__body">
            {body.map((paragraph) => (
              <View key={paragraph} className="policy__paragraph">
                {paragraph}
              </View>
            ))}
          </View>
          <Section title="我们用您的信息做什么" note="每一项都由您单独决定，可以随时在「我的 - 个人信息授权」里撤回">
            <View className="stack">
              {purposes.map((purpose) => (
                <Card key={purpose.key}>
                  <View className="row row--between row--wrap">
                    <View className="t-section">{purpose.title}</View>
                    <StatusTag
                      text={purpose.required ? '必要' : '可选'}
                      tone={purpose.required ? 'accent' : 'calm'}
                      icon={purpose.required ? 'shield' : 'check'}
                    />
                  </View>
                  <View className="ink-2">{purpose.description}</View>
                </Card>
              ))}
            </View>
          </Section>
        </View>
      )}
    </PageFrame>
  );
}
