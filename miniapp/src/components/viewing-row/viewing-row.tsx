import { type StaffViewing, VIEWING_KIND_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { StatusTag } from '../status-tag/status-tag';
import { Tap } from '../tap/tap';
import { levelOf, partyOf, spanOf, visitUrgencyAt } from './viewing-words';
import './viewing-row.scss';

interface Props {
  viewing: StaffViewing;
  /** Epoch milliseconds. */
  now: number;
  /** Whose it is; for lists that hold more than one's own. */
  withHost?: boolean;
  /** Instead of the time of day, where the list spans days. */
  when?: string;
  /** The one whose detail stands beside the list. */
  on?: boolean;
  onTap: () => void;
}

/** One visit in a list: when, who, and what it wants now. */
export function ViewingRow({ viewing, now, withHost = false, when, on = false, onTap }: Props) {
  const { customer, kind, partySize, host, warnings } = viewing;
  const urgency = visitUrgencyAt(viewing, now);
  const second = [VIEWING_KIND_LABELS[kind], levelOf(customer.level), partyOf(partySize), withHost ? (host?.name ?? '待安排接待') : '']
    .filter(Boolean)
    .join(' · ');
  return (
    <Tap
      className={`viewing-row ${on ? 'viewing-row--on' : ''}`}
      label={`${spanOf(viewing)} ${customer.name}，${urgency.text}`}
      pressed={on ? true : undefined}
      onTap={onTap}
    >
      <View className="viewing-row__first">
        <View className="viewing-row__who one-line">
          <View className="viewing-row__when tabular">{when ?? spanOf(viewing)}</View>
          {customer.name}
        </View>
        <StatusTag text={urgency.text} tone={urgency.tone} />
      </View>
      <View className="viewing-row__second t-note one-line">{second}</View>
      {warnings.length > 0 ? <View className="t-note ink-soon one-line">{warnings.join('，')}</View> : null}
    </Tap>
  );
}
