import { Switch } from '@nutui/nutui-react-taro';
import { useState } from 'react';
import { Cell } from '@/components/cell/cell';
import { sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { useResource } from '@/platform/use-resource';
import { server, session } from '@/session';

/** 在岗: whether new leads and work orders may be given to me now. */
export function DutyCell() {
  const duty = useResource('duty', server.staff.duty);
  const [sending, setSending] = useState(false);
  const turn = async (onDuty: boolean) => {
    setSending(true);
    try {
      duty.put(await server.staff.setDuty(onDuty));
      session.refresh().catch(() => undefined);
      say(onDuty ? '已上岗，新的工作会分配给你' : '已离岗，暂不分配新的工作');
    } catch (failure) {
      say(sentenceOf(failure));
    } finally {
      setSending(false);
    }
  };
  const state = duty.data;
  return (
    <Cell
      icon="clock"
      title={state ? [state.onDuty ? '在岗' : '离岗', state.shiftName].filter(Boolean).join(' · ') : '在岗状态'}
      note={state ? state.today : (duty.failure?.sentence ?? '正在读取今天的班次')}
      end={<Switch checked={state?.onDuty ?? false} disabled={!state || sending} onChange={turn} />}
    />
  );
}
