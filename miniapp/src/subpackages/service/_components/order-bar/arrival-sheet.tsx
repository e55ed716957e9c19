import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Sheet } from '@/components/sheet/sheet';
import { askForPlace, type Place } from '@/platform/location';

interface Props {
  open: boolean;
  homeLabel: string;
  busy: boolean;
  /** Epoch milliseconds. */
  now: number;
  onSend: (place: Place | null) => void;
  onClose: () => void;
}

type Asked = 'no' | 'asking' | 'refused' | Place;

/** 我已到场: the time is noted, the place only when the person wants it to be. */
export function ArrivalSheet({ open, homeLabel, busy, now, onSend, onClose }: Props) {
  const [asked, setAsked] = useState<Asked>('no');
  useEffect(() => {
    if (open) setAsked('no');
  }, [open]);
  const place = typeof asked === 'object' ? asked : null;
  const ask = async () => {
    setAsked('asking');
    setAsked((await askForPlace()) ?? 'refused');
  };
  return (
    <Sheet
      open={open}
      title="我已到场"
      onClose={onClose}
      foot={<Button text={place ? '确认到场，附上位置' : '确认到场'} block busy={busy} onTap={() => onSend(place)} />}
    >
      <CellGroup>
        <Cell icon="clock" title={sayTime(now, now)} note="到场时间，以确认的时刻为准" />
        <Cell icon="home" title={homeLabel} note="业主会收到上门通知" />
        <Cell
          icon="place"
          title={place ? '已附上位置' : '附上当前位置'}
          note={asked === 'refused' ? '没有取到位置，不附也可以确认到场' : '选填，只用于记录这一次到场'}
          end={asked === 'asking' ? '正在定位' : place ? '已附' : null}
          onTap={place || asked === 'asking' ? undefined : () => void ask()}
        />
      </CellGroup>
      <View style={{ height: '8px' }} />
    </Sheet>
  );
}
