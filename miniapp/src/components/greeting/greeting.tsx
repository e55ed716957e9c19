import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import './greeting.scss';

interface Props {
  /** 陈女士推荐您来看看 */
  text: string;
  action?: { text: string; onTap: () => void };
}

/** A word of welcome for whoever was sent here by somebody. */
export function Greeting({ text, action }: Props) {
  return (
    <View className="greeting">
      <Icon name="people" size={1.4} />
      <View className="grow">{text}</View>
      {action ? <Button kind="quiet" text={action.text} onTap={action.onTap} /> : null}
    </View>
  );
}
