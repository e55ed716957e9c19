import type { StaffWorkOrderDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '@/components/tap/tap';
import { WhySheet } from '@/components/why-sheet/why-sheet';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { tellDispatch } from '../../_lib/dispatch-words';

interface Props {
  data: StaffWorkOrderDetail;
  mine: boolean;
  now: number;
}

/** 为什么是你: the answer in one line, the whole decision behind a tap. */
export function WhyDispatch({ data, mine, now }: Props) {
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const dispatch = useResource(open ? `dispatch:${data.id}` : null, () => server.staffOrders.dispatch(data.id));
  const told = dispatch.data ? tellDispatch(dispatch.data, data.why, now) : null;
  const asked = mine || data.responsible?.id === me?.staffId;
  const title = asked ? '为什么是你' : data.assignee ? `为什么是${data.assignee.name}` : '派单经过';
  const waiting = dispatch.failure ? dispatch.failure.sentence : '正在读取派单经过';
  return (
    <View className="work-head__line">
      <View className="grow">
        <View className="t-note ink-2">{title}</View>
        <View>{data.why}</View>
      </View>
      <Tap className="work-head__link t-note" label={title} onTap={() => setOpen(true)}>
        为什么
      </Tap>
      <WhySheet
        open={open}
        title={title}
        sentences={told?.sentences ?? [data.why, waiting]}
        rules={told?.rules}
        candidates={told?.candidates}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
