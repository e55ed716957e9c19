import { maskName } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';

interface Props {
  name: string;
  projectName: string;
  onAnother: () => void;
}

/** It is registered; one thing is left to do. */
export function RegisteredFriend({ name, projectName, onAnother }: Props) {
  return (
    <View className="register-friend">
      <Card className="register-friend__done">
        <Icon name="check" size={2} className="ink-accent" />
        <View className="t-title">还差一步：请好友点同意</View>
        <View className="ink-2">{`已为您报备 ${maskName(name)} 看${projectName}。点下方按钮把邀请发给好友，好友同意后开始保护，置业顾问才会联系。`}</View>
      </Card>
      <Button kind="quiet" icon="plus" text="再报备一位" onTap={onAnother} />
    </View>
  );
}
