import { type LedgerEntryView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { transfersOf } from '../../_lib/ledger-words';
import './ledger-section.scss';

/** How it stands in the books: every transfer with both of its sides. */
export function LedgerSection({ entries, now }: { entries: readonly LedgerEntryView[]; now: number }) {
  if (entries.length === 0) return null;
  return (
    <Section title="账目" note="复式记账，每笔借贷相等">
      {transfersOf(entries).map(({ at, text, lines, balanced }) => (
        <Card key={`${at}-${text}`} className="ledger">
          <View className="row row--between row--wrap">
            <View className="ledger__text">{text}</View>
            <StatusTag text={balanced ? '借贷相等' : '借贷不等'} tone={balanced ? 'done' : 'late'} />
          </View>
          <View className="t-note ink-2 tabular">{sayTime(Date.parse(at), now)}</View>
          <DataTable head={['科目', '借', '贷']} rows={lines.map(({ account, debit, credit }) => [account, debit, credit])} />
        </Card>
      ))}
    </Section>
  );
}
