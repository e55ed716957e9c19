import type { StaffWorkOrderDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Avatar } from '@/components/person-card/avatar';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { Section } from '@/components/section/section';
import type { OrderPage } from '../../_hooks/use-order-page';

interface Props {
  page: OrderPage;
  data: StaffWorkOrderDetail;
}

/** Who reported it, and one tap to ring them. */
export function ReporterSection({ page, data: { reporter, allowed } }: Props) {
  return (
    <Section title="报事人">
      <Card>
        <View className="row">
          <Avatar name={reporter.name} />
          <View className="grow">
            <View className="one-line">{reporter.name}</View>
            <View className="t-note ink-2">{reporter.role}</View>
          </View>
        </View>
        <PhoneLine
          masked={reporter.phoneMasked || '号码联网后可查看'}
          phone={page.phone}
          allowed
          mayReveal={allowed.includes('revealPhone')}
          onReveal={page.reveal}
          onCall={page.call}
        />
      </Card>
    </Section>
  );
}
