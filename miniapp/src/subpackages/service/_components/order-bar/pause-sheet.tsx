import { PAUSE_REASONS, type PauseRequest } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { TimeField } from '@/components/time-field/time-field';
import { pauseTimes } from '../../_lib/pause-times';

interface Props {
  open: boolean;
  busy: boolean;
  /** Epoch milliseconds. */
  now: number;
  onSend: (pause: PauseRequest) => void;
  onClose: () => void;
}

/** Why it waits, and until when at the latest. */
export function PauseSheet({ open, busy, now, onSend, onClose }: Props) {
  const [until, setUntil] = useState<number | null>(null);
  useEffect(() => {
    if (!open) setUntil(null);
  }, [open]);
  const past = until !== null && until <= now;
  return (
    <ReasonSheet
      open={open}
      title="暂停处理"
      note="暂停期间时限不计时，原因和时间会告诉业主"
      reasons={PAUSE_REASONS}
      action="暂停处理"
      busy={busy}
      missing={past ? '恢复时间需要晚于现在' : null}
      onSend={(reason) => onSend({ reason, ...(until === null ? {} : { until: new Date(until).toISOString() }) })}
      onClose={onClose}
    >
      <View style={{ marginBottom: '16px' }}>
        <TimeField
          label="最迟什么时候继续"
          choices={pauseTimes(now)}
          value={until}
          none="按最长时间，到点自动继续"
          now={now}
          onChange={setUntil}
        />
      </View>
    </ReasonSheet>
  );
}
