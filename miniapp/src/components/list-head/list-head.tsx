import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './list-head.scss';

/** Search and views above a list; stays in reach while the list is scrolled. */
export function ListHead({ children }: PropsWithChildren) {
  return <View className="list-head">{children}</View>;
}
