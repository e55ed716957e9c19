import type { WorkOrderReportView } from '@guihu/shared';
import type { Told } from '../../../_components/pictures/pictures';
import { daysPicture, satisfactionPicture, starsPicture, timesPicture, typesPicture } from './report-pictures';
import * as sentences from './report-sentences';
import * as tables from './report-tables';

/** Everything the report draws, in the order in which it is read. */
export function toldBy(report: WorkOrderReportView): Told[] {
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
