import { View } from '@tarojs/components';
import { type PropsWithChildren, useContext, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageSettings } from '@/components/page-frame/page-settings';
import { EXPORT_WORD, exportTable } from '@/platform/table-export';
import type { TextTable } from '@/platform/table-text';
import { DataTable } from '../../../_components/data-table/data-table';

interface Props {
  title: string;
  sentence: string;
  table: TextTable;
  /** Of the file, without its ending. */
  fileName: string;
}

/** One question: the answer in a sentence, as a picture, and figure by figure. */
export function PictureCard({ title, sentence, table, fileName, children }: PropsWithChildren<Props>) {
  const { wide } = useContext(PageSettings);
  const [opened, setOpened] = useState(false);
  const shown = wide || opened;
  return (
    <Card className="picture-card">
      <View className="t-section">{title}</View>
      <View className="picture-card__sentence">{sentence}</View>
      {children}
      {shown ? (
        <View className="picture-card__table">
          <DataTable {...table} />
        </View>
      ) : null}
      <View className="picture-card__ways">
        {wide ? null : <Button text={opened ? '收起数据' : '查看数据'} kind="quiet" onTap={() => setOpened(!opened)} />}
        {shown ? <Button text={EXPORT_WORD} icon="copy" kind="quiet" onTap={() => void exportTable(fileName, table)} /> : null}
      </View>
    </Card>
  );
}
