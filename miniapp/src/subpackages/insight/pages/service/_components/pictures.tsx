import type { WorkOrderReportView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useMemo } from 'react';
import { PageSettings } from '@/components/page-frame/page-settings';
import type { TextTable } from '@/platform/table-text';
import { Chart } from '../../../_components/chart/chart';
import { type BarsPicture, barsHeight, barsOption } from '../../../_lib/bars';
import { type LinesPicture, linesHeight, linesOption } from '../../../_lib/lines';
import { lookFor } from '../../../_lib/look';
import { daysPicture, satisfactionPicture, starsPicture, timesPicture, typesPicture } from '../_lib/report-pictures';
import * as sentences from '../_lib/report-sentences';
import * as tables from '../_lib/report-tables';
import { PictureCard } from './picture-card';

interface Told {
  title: string;
  sentence: string;
  table: TextTable;
  picture: { bars: BarsPicture } | { lines: LinesPicture };
}

/** Everything the report draws, in the order in which it is read. */
function toldBy(report: WorkOrderReportView): Told[] {
  const { satisfaction, buildings, engineers } = report;
  const stars = satisfaction.meanStars;
  return [
    {
      title: '每天报事与完成',
      sentence: sentences.daysSentence(report),
      table: tables.daysTable(report),
      picture: { lines: daysPicture(report) },
    },
    {
      title: '各环节用时',
      sentence: sentences.timesSentence(report),
      table: tables.timesTable(report),
      picture: { bars: timesPicture(report) },
    },
    {
      title: '报事类型',
      sentence: sentences.typesSentence(report),
      table: tables.typesTable(report),
      picture: { bars: typesPicture(report) },
    },
    {
      title: '满意率',
      sentence: sentences.satisfactionSentence(report),
      table: tables.satisfactionTable(report),
      picture: { bars: satisfactionPicture(report) },
    },
    {
      title: '各楼栋评价',
      sentence: sentences.buildingsSentence(report),
      table: tables.buildingsTable(report),
      picture: { bars: starsPicture(buildings, stars) },
    },
    {
      title: '各处理人评价',
      sentence: sentences.engineersSentence(report),
      table: tables.engineersTable(report),
      picture: { bars: starsPicture(engineers, stars) },
    },
  ];
}

interface Props {
  report: WorkOrderReportView;
  /** Of files, before the title: 云溪府 11月17日–11月23日. */
  fileName: string;
}

/** The pictures of the report under one another; in two columns where there is room. */
export function Pictures({ report, fileName }: Props) {
  const { wide } = useContext(PageSettings);
  const told = useMemo(() => toldBy(report), [report]);
  const cards = told.map((each) => <Picture key={each.title} told={each} fileName={`${fileName} ${each.title}`} />);
  if (!wide) return <View className="pictures">{cards}</View>;
  return (
    <View className="pictures pictures--wide">
      <View className="pictures">{cards.filter((_, at) => at % 2 === 0)}</View>
      <View className="pictures">{cards.filter((_, at) => at % 2 === 1)}</View>
    </View>
  );
}

function Picture({ told, fileName }: { told: Told; fileName: string }) {
  const { largeType } = useContext(PageSettings);
  const { picture, ...words } = told;
  const [option, height] = useMemo(() => {
    const look = lookFor(largeType);
    return 'bars' in picture
      ? [barsOption(picture.bars, look), barsHeight(picture.bars, look)]
      : [linesOption(picture.lines, look), linesHeight(look)];
  }, [picture, largeType]);
  return (
    <PictureCard {...words} fileName={fileName}>
      {'bars' in picture && picture.bars.names.length === 0 ? null : (
        <Chart option={option} height={height} label={`${told.title}：${told.sentence}`} />
      )}
    </PictureCard>
  );
}
