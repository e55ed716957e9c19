import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import './section.scss';

interface Props {
  title: string;
  /** Beside the title: a count, a link. */
  aside?: ReactNode;
  note?: string;
}

/** A part of a page under its own heading. */
export function Section({ title, aside, note, children }: PropsWithChildren<Props>) {
  return (
    <View className="section">
      <View className="section__head">
        <View className="t-section">{title}</View>
        {aside}
      </View>
      {note ? <View className="section__note t-note ink-2">{note}</View> : null}
      {children}
    </View>
  );
}
