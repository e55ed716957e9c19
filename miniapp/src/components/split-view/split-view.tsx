import { View } from '@tarojs/components';
import { type ReactNode, useContext } from 'react';
import { PageSettings } from '../page-frame/page-settings';
import './split-view.scss';

interface Props {
  list: ReactNode;
  /** Drawn only on wide screens; on a phone the list opens a page instead. */
  detail: ReactNode;
}

/** List left, detail right on a wide screen; the list alone on a phone. Each side scrolls by itself. */
export function SplitView({ list, detail }: Props) {
  const { wide } = useContext(PageSettings);
  if (!wide) return <>{list}</>;
  return (
    <View className="split-view">
      <View className="split-view__list">{list}</View>
      <View className="split-view__detail">{detail}</View>
    </View>
  );
}
