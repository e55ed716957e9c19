import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './switch-row.scss';

interface Props {
  title: string;
  /** What holds as it stands, in a sentence. */
  says: string;
  on: boolean;
  mayEdit: boolean;
  /** It says something else than what is in force. */
  changed?: boolean;
  /** Under it while it is on: its number. */
  children?: ReactNode;
  onChange: (on: boolean) => void;
}

/** Something that may be switched off, with what it means. */
export function SwitchRow({ title, says, on, mayEdit, changed = false, children, onChange }: Props) {
  return (
    <View className="switch-row">
      <View className="row row--between">
        <View className={`switch-row__title ${changed ? 'switch-row__title--changed' : ''}`}>{title}</View>
        {mayEdit ? (
          <View className="switch-row__switch" {...({ ariaLabel: `${title}${on ? '已开' : '已关'}` } as object)}>
            <Switch checked={on} onChange={onChange} />
          </View>
        ) : (
          <View className="ink-2">{on ? '开' : '关'}</View>
        )}
      </View>
      {children}
      <View className="t-note ink-2">{says}</View>
    </View>
  );
}
