import { View } from '@tarojs/components';
import { drawingOf } from './_lib/drawings';
import './category-picture.scss';

interface Props {
  /** Picture key of a category. */
  picture: string;
  /** Side in px. */
  size?: number;
}

/** A drawing of what can be reported. A word beside it says the same. */
export function CategoryPicture({ picture, size = 48 }: Props) {
  const side = `${size}px`;
  return <View className="category-picture" style={{ width: side, height: side, backgroundImage: `url("${drawingOf(picture)}")` }} />;
}
