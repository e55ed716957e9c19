import { View } from '@tarojs/components';
import { Skeleton } from '@/components/skeleton/skeleton';

/** Picture, words, one plan: what a project is about to show. */
export function ProjectSkeleton() {
  return (
    <View className="stack">
      <Skeleton cards={1} lines={5} picture={196} />
      <Skeleton cards={1} lines={2} picture={280} />
    </View>
  );
}
