import { View } from '@tarojs/components';
import './person-card.scss';

/** The family name in a circle, or the first letter of a foreign name. */
export const initialOf = (name: string): string => Array.from(name.trim())[0]?.toUpperCase() ?? '·';

export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return <View className={`avatar ${large ? 'avatar--large' : ''}`}>{initialOf(name)}</View>;
}
