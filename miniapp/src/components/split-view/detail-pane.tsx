import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './split-view.scss';

/** What stands at the right of a split view: scrolls by itself, with its own bar at the bottom. */
export function DetailPane({ bar, children }: PropsWithChildren<{ bar: ReactNode }>) {
  return (
    <View className="detail-pane">
      <View className="detail-pane__body">{children}</View>
      {bar}
    </View>
  );
}
