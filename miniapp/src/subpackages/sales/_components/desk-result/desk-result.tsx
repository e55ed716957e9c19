import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import './desk-result.scss';

interface Props {
  title: string;
  text: string;
  /** The number it is found under. */
  number: string;
  /** It was added to something that was there already. */
  joined?: boolean;
  /** The way to what was made. */
  way: { text: string; onTap: () => void } | null;
  onNext: () => void;
}

/** What became of the visitor that was written down, and the next one. */
export function DeskResult({ title, text, number, joined = false, way, onNext }: Props) {
  return (
    <View className="desk-result">
      <View className={`desk-result__mark ${joined ? 'desk-result__mark--joined' : ''}`}>
        <Icon name={joined ? 'swap' : 'check'} size={1} />
      </View>
      <View className="t-title">{title}</View>
      <View className="ink-2">{text}</View>
      <View className="t-note ink-3 tabular">{`编号 ${number}`}</View>
      <View className="desk-result__ways">
        <Button text="再登记一位" block onTap={onNext} />
        {way ? <Button text={way.text} kind="plain" block onTap={way.onTap} /> : null}
      </View>
    </View>
  );
}
