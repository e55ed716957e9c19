import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Tap } from '../tap/tap';
import './card.scss';

interface Props {
  className?: string;
  /** Without padding, for a picture or rows that reach the edges. */
  flush?: boolean;
  label?: string;
  onTap?: () => void;
}

/** White paper on paper: a hairline, no shadow. */
export function Card({ className = '', flush = false, label, onTap, children }: PropsWithChildren<Props>) {
  const classes = `card ${flush ? 'card--flush' : ''} ${className}`;
  if (onTap)
    return (
      <Tap className={classes} label={label} onTap={onTap}>
        {children}
      </Tap>
    );
  return <View className={classes}>{children}</View>;
}
