import type { MyRealName } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Icon } from '@/components/icon/icon';
import { go } from '@/platform/navigation';

/** Stated, and shown by its mask; how it is taken back stands beside it. */
export function StatedName({ nameMasked, numberMasked }: MyRealName) {
  return (
    <View className="real-name">
      <Card>
        <View className="row">
          <Icon name="check" size={1.6} className="ink-accent" />
          <View className="t-title">已完成实名</View>
        </View>
        <View>{nameMasked}</View>
        <View className="ink-2 tabular">{numberMasked}</View>
        <View className="t-note ink-2">现金奖励审核通过后，由财务发放。信息有误，请联系售楼处更正。</View>
      </Card>
      <CellGroup>
        <Cell icon="shield" title="管理授权" note="撤回后，姓名和身份证号随即删除" onTap={() => go('consents')} />
      </CellGroup>
    </View>
  );
}
