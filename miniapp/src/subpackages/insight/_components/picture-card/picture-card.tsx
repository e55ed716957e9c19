import { View } from '@tarojs/components';
import { type PropsWithChildren, useContext, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DataTable } from '@/components/data-table/data-table';
import { PageSettings } from '@/components/page-frame/page-settings';
import { EXPORT_WORD, exportTable } from '@/platform/table-export';
import type { TextTable } from '@/platform/table-text';
import './picture-card.scss';

interface Props {
  title: string;
  sentence: string;
  table: TextTable;
  /** Of the file, without its ending. */
  fileName: string;
  /** Whether the figures stand open from the beginning; left out, a desk opens short ones. */
  open?: boolean;
}

const MOST_OPEN = 12;

/** One question: the answer in a sentence, as a picture, and figure by figure. */
export function PictureCard({ title, sentence, table, fileName, open, children }: PropsWithChildren<Props>) {
  const { wide } = useContext(PageSettings);
  // A desk has room for short tables at once; a long one would push the other pictures away.
  const [opened, setOpened] = useState(open ?? (wide && table.rows.length <= MOST_OPEN));
  return (
    <Card className="picture-card">
      <View className="t-section">{title}</View>
      <View className="picture-card__sentence">{sentence}</View>
      {children}
      {opened ? (
        <View className="picture-card__table">
          <DataTable {...table} />
        </View>
      ) : null}
      <View className="picture-card__ways">
        <Button text={opened ? '收起数据' : '查看数据'} kind="quiet" onTap={() => setOpened(!opened)} />
        <Button text={EXPORT_WORD} icon="copy" kind="quiet" onTap={() => void exportTable(fileName, table)} />
      </View>
    </Card>
  );
}
