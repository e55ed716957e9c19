import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './bottom-bar.scss';

/** The page's main action at the thumb, above the safe area. The page frame keeps room for it. */
export function BottomBar({ aside, children }: PropsWithChildren<{ aside?: ReactNode }>) {
  return (
    <View className="bottom-bar">
      <View className="bottom-bar__inner">
        {aside ? <View className="bottom-bar__aside">{aside}</View> : null}
        <View className="bottom-bar__main">{children}</View>
      </View>
    </View>
  );
}
