import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function PolicyPage() {
  const policy = useResource('policy', server.consents.policy, { kept: true });
  return (
    <PageFrame of={policy} width="form">
      {({ title, body }) => (
        <View className="stack">
          <View className="t-title">{title}</View>
          {body.map((paragraph) => (
            <View key={paragraph}>{paragraph}</View>
          ))}
        </View>
      )}
    </PageFrame>
  );
}
