import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import './notice.scss';

export interface NoticeAction {
  text: string;
  onTap: () => void;
}

interface Props {
  icon: IconName;
  title: string;
  text?: string;
  action?: NoticeAction;
}

/** A page, or a part of it, that has only this to say. */
export function Notice({ icon, title, text, action }: Props) {
  return (
    <View className="notice">
      <View className="notice__icon">
        <Icon name={icon} size={1} />
      </View>
      <View className="t-section">{title}</View>
      {text ? <View className="notice__text t-body ink-2">{text}</View> : null}
      {action ? (
        <View className="notice__action">
          <Button text={action.text} kind="plain" onTap={action.onTap} />
        </View>
      ) : null}
    </View>
  );
}
