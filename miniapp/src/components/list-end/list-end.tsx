import { View } from '@tarojs/components';
import { Tap } from '../tap/tap';
import './list-end.scss';

/** The same shape as the platform's paged resources. */
interface Endless {
  atEnd: boolean;
  loadingMore: boolean;
  moreFailure: { sentence: string } | null;
  more: () => void;
}

interface Props {
  list: Endless;
  /** 共 12 条. */
  count: string;
}

/** How a list goes on under its rows. */
export function ListEnd({ list, count }: Props) {
  if (list.atEnd) return <View className="list-end t-note">{`${count}，到底了`}</View>;
  return (
    <Tap className="list-end t-note" onTap={list.more}>
      {list.moreFailure ? `${list.moreFailure.sentence}，点这里再试` : list.loadingMore ? '正在读取更多' : '继续读取'}
    </Tap>
  );
}
