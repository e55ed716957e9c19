import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './bottom-bar.scss';

interface Props {
  aside?: ReactNode;
  /** Above the action: why it did not work, what is still missing. */
  note?: ReactNode;
}

/** The page's main action at the thumb, above the safe area. The page frame keeps room for it. */
export function BottomBar({ aside, note, children }: PropsWithChildren<Props>) {
  return (
    <View className="bottom-bar">
      {note ? <View className="bottom-bar__note">{note}</View> : null}
      <View className="bottom-bar__inner">
        {aside ? <View className="bottom-bar__aside">{aside}</View> : null}
        <View className="bottom-bar__main">{children}</View>
      </View>
    </View>
  );
}
