import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './tap.scss';

interface Props {
  className?: string;
  disabled?: boolean;
  /** Said by screen readers when the content does not say it. */
  label?: string;
  /** For choices: whether this one is on. */
  pressed?: boolean;
  onTap?: () => void;
}

/** Anything that can be tapped: at least 44 high, reachable by keyboard, announced as a button. */
export function Tap({ className = '', disabled = false, label, pressed, onTap, children }: PropsWithChildren<Props>) {
  const access = {
    role: 'button',
    ariaRole: 'button',
    tabIndex: disabled ? -1 : 0,
    ...(label ? { ariaLabel: label } : {}),
    ...(pressed === undefined ? {} : { ariaPressed: String(pressed) }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
  };
  return (
    <View
      className={`tap ${disabled ? 'tap--disabled' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'tap--pressed'}
      hoverStayTime={80}
      onClick={disabled ? undefined : onTap}
      {...(access as object)}
    >
      {children}
    </View>
  );
}
