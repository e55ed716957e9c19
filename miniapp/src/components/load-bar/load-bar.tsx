import { View } from '@tarojs/components';
import './load-bar.scss';

interface Props {
  /** 0 to 1. */
  share: number;
  /** 在跟 12/60. */
  text: string;
}

/** How full somebody is; red from nine tenths on. The words say the same. */
export function LoadBar({ share, text }: Props) {
  return (
    <View className="load-bar">
      <View className="load-bar__track">
        <View className={`load-bar__fill ${share >= 0.9 ? 'load-bar__fill--full' : ''}`} style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
      <View className="load-bar__of t-note tabular">{text}</View>
    </View>
  );
}
