import { View } from '@tarojs/components';
import type { EChartsCoreOption } from 'echarts/core';
import { useContext, useMemo } from 'react';
import { PageSettings } from '@/components/page-frame/page-settings';
import type { TextTable } from '@/platform/table-text';
import { type BarsPicture, barsHeight, barsOption } from '../../_lib/bars';
import { type HeatPicture, heatHeight, heatOption } from '../../_lib/heat';
import { type LinesPicture, linesHeight, linesOption } from '../../_lib/lines';
import { type Look, lookFor } from '../../_lib/look';
import { Chart } from '../chart/chart';
import { PictureCard } from '../picture-card/picture-card';
import './pictures.scss';

/** One thing a report tells: in a sentence, as a picture where there is one, and figure by figure. */
export interface Told {
  title: string;
  sentence: string;
  table: TextTable;
  /** Null where the table says it best. */
  picture: { bars: BarsPicture } | { lines: LinesPicture } | { heat: HeatPicture } | null;
}

interface Props {
  told: readonly Told[];
  /** Of files, before the title: 云溪府 11月17日–11月23日. */
  fileName: string;
}

/** The pictures of a report under one another; in two columns where there is room. */
export function Pictures({ told, fileName }: Props) {
  const { wide } = useContext(PageSettings);
  const cards = told.map((each) => <Picture key={each.title} told={each} fileName={`${fileName} ${each.title}`} />);
  if (!wide) return <View className="pictures">{cards}</View>;
  return (
    <View className="pictures pictures--wide">
      <View className="pictures">{cards.filter((_, at) => at % 2 === 0)}</View>
      <View className="pictures">{cards.filter((_, at) => at % 2 === 1)}</View>
    </View>
  );
}

interface Drawn {
  option: EChartsCoreOption;
  height: number;
}

/** Null where there is nothing to draw. */
function drawn(picture: Told['picture'], look: Look): Drawn | null {
  if (!picture) return null;
  if ('bars' in picture)
    return picture.bars.names.length === 0 ? null : { option: barsOption(picture.bars, look), height: barsHeight(picture.bars, look) };
  if ('heat' in picture) return { option: heatOption(picture.heat, look), height: heatHeight(picture.heat, look) };
  return { option: linesOption(picture.lines, look), height: linesHeight(look) };
}

/** A table without a picture is what is read; a field of figures has them in its cells already. */
const opensFor = (picture: Told['picture']): boolean | undefined => (picture === null ? true : 'heat' in picture ? false : undefined);

function Picture({ told, fileName }: { told: Told; fileName: string }) {
  const { largeType } = useContext(PageSettings);
  const { picture, ...words } = told;
  const shown = useMemo(() => drawn(picture, lookFor(largeType)), [picture, largeType]);
  return (
    <PictureCard {...words} fileName={fileName} open={opensFor(picture)}>
      {shown ? <Chart {...shown} label={`${told.title}：${told.sentence}`} /> : null}
    </PictureCard>
  );
}
