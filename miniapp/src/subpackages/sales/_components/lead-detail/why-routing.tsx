import type { StaffLeadDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '@/components/tap/tap';
import { WhySheet } from '@/components/why-sheet/why-sheet';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { tellRouting, whyNow } from '../../_lib/routing-words';

interface Props {
  data: StaffLeadDetail;
  mine: boolean;
  now: number;
}

/** 为什么是你: the answer in one line, the whole decision behind a tap. */
export function WhyRouting({ data, mine, now }: Props) {
  const [open, setOpen] = useState(false);
  const routing = useResource(open ? `lead-routing:${data.id}` : null, () => server.staffLeads.routing(data.id));
  const why = whyNow(data);
  const told = routing.data ? tellRouting(routing.data, data.offers, why, now) : null;
  const title = mine ? '为什么是你' : data.owner ? `为什么是${data.owner.name}` : '分配经过';
  const waiting = routing.failure ? routing.failure.sentence : '正在读取分配经过';
  return (
    <View className="who-card__why">
      <View className="grow">
        <View className="t-note ink-2">{title}</View>
        <View>{why}</View>
      </View>
      <Tap className="who-card__link t-note" label={title} onTap={() => setOpen(true)}>
        为什么
      </Tap>
      <WhySheet
        open={open}
        title={title}
        sentences={told?.sentences ?? [why, waiting]}
        rules={told?.rules}
        candidates={told?.candidates}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
