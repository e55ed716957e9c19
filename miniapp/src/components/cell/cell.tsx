import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import { Tap } from '../tap/tap';
import './cell.scss';

interface Props {
  title: string;
  note?: string;
  icon?: IconName;
  /** At the right: a count, a switch, a word. */
  end?: ReactNode;
  onTap?: () => void;
}

/** One row of a list of things to open or set. */
export function Cell({ title, note, icon, end, onTap }: Props) {
  const content = (
    <>
      {icon ? <Icon name={icon} size={1.4} className="cell__icon" /> : null}
      <View className="grow">
        <View>{title}</View>
        {note ? <View className="t-note ink-2">{note}</View> : null}
      </View>
      {end ? <View className="cell__end t-body">{end}</View> : null}
      {onTap ? <Icon name="more" size={1.1} className="cell__more" /> : null}
    </>
  );
  return onTap ? (
    <Tap className="cell" onTap={onTap}>
      {content}
    </Tap>
  ) : (
    <View className="cell">{content}</View>
  );
}

/** Cells under one another on one card. */
export function CellGroup({ children }: PropsWithChildren) {
  return <View className="cell-group">{children}</View>;
}
