import type { StaffLeadDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { may, useSession } from '@/session';
import './portrait-section.scss';

/** What is known of the person and how complete it is (A9), with what is still to be asked. */
export function PortraitSection({ data }: { data: StaffLeadDetail }) {
  const { me } = useSession();
  return (
    <Section title="客户画像" aside={<View className="t-note ink-2 tabular">{`完整度 ${data.completeness}%`}</View>}>
      <Card>
        <View className="portrait__track">
          <View className="portrait__fill" style={{ width: `${data.completeness}%` }} />
        </View>
        {data.portrait.map(({ label, value }) => (
          <View key={label} className="portrait__row">
            <View className="portrait__label ink-2">{label}</View>
            <View className="portrait__value">{value}</View>
          </View>
        ))}
        {data.missing.length > 0 ? (
          <View className="portrait__missing t-note">{`还不知道：${data.missing.join('、')}。下次联系时问一问`}</View>
        ) : null}
      </Card>
      {may(me, 'customer.merge') ? (
        <View className="portrait__merge">
          <CellGroup>
            <Cell title="与另一位客户合并" note="同一个人留过两个号码时用" icon="swap" onTap={() => go('mergeCustomer', { id: data.id })} />
          </CellGroup>
        </View>
      ) : null}
    </Section>
  );
}
