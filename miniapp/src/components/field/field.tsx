import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from '../icon/icon';
import './field.scss';

interface Props {
  label: string;
  /** 选填, shown beside the label; what is not marked is needed. */
  optional?: boolean;
  hint?: string;
  /** A sentence that says what to do. */
  error?: string | null;
}

/** Label above, the control, what is wrong below. */
export function Field({ label, optional = false, hint, error, children }: PropsWithChildren<Props>) {
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label">
        {label}
        {optional ? <View className="field__optional t-note">选填</View> : null}
      </View>
      {children}
      {error ? (
        <View className="field__error t-note" {...({ role: 'alert' } as object)}>
          <Icon name="late" size={1.1} />
          <View className="grow">{error}</View>
        </View>
      ) : hint ? (
        <View className="field__hint t-note">{hint}</View>
      ) : null}
    </View>
  );
}
