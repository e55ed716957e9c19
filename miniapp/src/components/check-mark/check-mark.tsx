import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './check-mark.scss';

/** The box of something to be ticked; the row around it is what is tapped. */
export function CheckMark({ on, wrong = false }: { on: boolean; wrong?: boolean }) {
  return (
    <View className={`check-mark ${on ? 'check-mark--on' : wrong ? 'check-mark--wrong' : ''}`}>
      {on ? <Icon name="check" size={1} /> : null}
    </View>
  );
}
