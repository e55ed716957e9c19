import type { MyViewing, ProjectDetail } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';
import { Section } from '@/components/section/section';
import { passIsDue } from '../../../_lib/viewing-words';

interface Props {
  viewing: MyViewing;
  /** Null until it has been read. */
  project: Pick<ProjectDetail, 'phone'> | null;
  now: number;
  onCopyAddress: () => void;
  onCall: (phone: string) => void;
  onCalendar: () => void;
  onPass: () => void;
}

/** Where to go and what to bring along: the way, the phone, the calendar, the pass. */
export function PlaceSection({ viewing, project, now, onCopyAddress, onCall, onCalendar, onPass }: Props) {
  const { status, address, partySize, note } = viewing;
  const phone = project?.phone;
  return (
    <Section title="到访须知">
      <CellGroup>
        <Cell icon="place" title="售楼处地址" note={address} end="复制" onTap={onCopyAddress} />
        {phone ? <Cell icon="phone" title="售楼处电话" note={phone} end="拨打" onTap={() => onCall(phone)} /> : null}
        {passIsDue(viewing, now) ? (
          <Cell icon="qr" title="到访码" note="到了请出示给接待同事" onTap={onPass} />
        ) : status === 'booked' ? (
          <Cell icon="qr" title="到访码" note="到访当天在这里打开，出示给接待同事" />
        ) : null}
        {status === 'booked' ? <Cell icon="calendar" title="加入日历" note="提前两小时提醒您" onTap={onCalendar} /> : null}
        <Cell icon="people" title={`${partySize} 位来访`} note={note ?? undefined} />
      </CellGroup>
    </Section>
  );
}
