import { View } from '@tarojs/components';
import './failure-note.scss';

/** Why something was not done, above what it was about. */
export function FailureNote({ text }: { text: string }) {
  return (
    <View className="failure-note" {...({ role: 'alert' } as object)}>
      {text}
    </View>
  );
}
