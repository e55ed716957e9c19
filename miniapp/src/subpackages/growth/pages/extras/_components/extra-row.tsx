import { EXTRA_KINDS, SHOWN_LATELY_DAYS, type StaffExtra } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { StatusTag } from '@/components/status-tag/status-tag';

/** One extra as its project has put it up, and how far owners went with it. */
export function ExtraRow({ extra, onEdit }: { extra: StaffExtra; onEdit: () => void }) {
  const { title, kind, from, until, onShow, active, responsible, stats } = extra;
  const figures: [string, number][] = [
    ['看过', stats.shown],
    ['感兴趣', stats.interested],
    ['已联系', stats.contacted],
    ['已办理', stats.takenUp],
  ];
  return (
    <View className="extra-row">
      <View className="row row--between row--wrap">
        <View className="t-section">{title}</View>
        <StatusTag text={onShow ? '展示中' : active ? '不在展示期' : '已下架'} tone={onShow ? 'done' : 'calm'} />
      </View>
      <View className="t-note ink-2">
        {[
          EXTRA_KINDS[kind],
          until ? `${from} 至 ${until}` : `${from} 起`,
          responsible ? `负责：${responsible.name}` : '负责：客户关系专员',
        ].join(' · ')}
      </View>
      <View className="extra-row__figures">
        {figures.map(([label, value]) => (
          <View key={label}>
            <View className="extra-row__figure tabular">{value}</View>
            <View className="t-note ink-2">{label}</View>
          </View>
        ))}
      </View>
      <View className="row row--between">
        <View className="t-note ink-2">{`看过：近 ${SHOWN_LATELY_DAYS} 天，按人每天算一次`}</View>
        <Button text="修改" kind="quiet" onTap={onEdit} />
      </View>
    </View>
  );
}
