import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/text-field';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { backOr } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useVerbs } from '@/platform/use-verbs';
import { uuid } from '@/platform/uuid';
import { server } from '@/session';
import { GoneLead } from '../../_components/gone-lead/gone-lead';
import { isGone, useLeadPage } from '../../_hooks/use-lead-page';
import { MergeWords } from './_components/merge-words';
import { useCustomerByPhone, useMergePreview } from './_hooks/use-merge-check';
import './index.scss';

const REASONS = ['客户换了号码', '之前留的是家人的号码', '号码登记时写错了'];

/** Two customers who are one person: found by the other number, told what will happen, brought together. */
export default function MergePage() {
  const { id = '' } = useParams<RouteParams['mergeCustomer']>();
  const { lead, reload } = useLeadPage(id);
  const now = useNow(60_000);
  const [phone, setPhone] = useState('');
  const [keeps, setKeeps] = useState<'this' | 'other'>('this');
  const [asking, setAsking] = useState(false);
  const [key] = useState(uuid);
  const found = useCustomerByPhone(phone);
  const own = lead.data?.customer ?? null;
  const same = found.person !== null && found.person.id === own?.id;
  const other = same ? null : found.person;
  const [from, into] = keeps === 'this' ? [other?.id, own?.id] : [own?.id, other?.id];
  const preview = useMergePreview(other && from ? from : null, other && into ? into : null);
  const verbs = useVerbs(async () => void (await Promise.all([reload(), preview.reload()])));

  const send = async (reason: string) => {
    if (!from || !into) return;
    const done = await verbs.run(() => server.staffCustomers.merge(from, { intoId: into, reason }, `${key}:${from}`), '已合并为一位客户');
    setAsking(false);
    if (done) backOr('lead', { id });
  };
  if (isGone(lead))
    return (
      <PageFrame>
        <GoneLead why={lead.failure?.sentence ?? ''} />
      </PageFrame>
    );
  return (
    <PageFrame
      of={lead}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      bottom={
        <BottomBar note={verbs.refusal ? <RefusalLine sentence={verbs.refusal} /> : null}>
          <Button
            text={preview.data && other ? '合并为一位客户' : '先找到另一位客户'}
            disabled={!other || !preview.data}
            busy={verbs.busy}
            onTap={() => setAsking(true)}
          />
        </BottomBar>
      }
      over={
        <ReasonSheet
          open={asking && other !== null}
          title="合并为一位客户"
          note="合并后不能再拆开。请先和客户核对，确认两个号码是同一个人"
          reasons={REASONS}
          action="确认合并"
          busy={verbs.busy}
          onSend={(reason) => void send(reason)}
          onClose={() => setAsking(false)}
        />
      }
    >
      {(data) => (
        <View className="merge">
          <View>
            <View className="t-title">{`${data.customer.name}还留过别的号码？`}</View>
            <View className="t-note ink-2">输入另一个号码，找到另一份记录，合成同一位客户</View>
          </View>
          <Card>
            <View className="merge__person">
              <View className="merge__name">{data.customer.name}</View>
              <View className="tabular ink-2">
                {[data.customer.phoneMasked, ...data.otherNumbers.map(({ phoneMasked }) => phoneMasked)].join('、')}
              </View>
            </View>
          </Card>
          <TextField
            label="另一个手机号"
            name="phone"
            keyboard="phone"
            value={phone}
            maxLength={20}
            placeholder="11 位手机号"
            hint={found.searching ? '正在查找' : undefined}
            error={same ? '这个号码已经是这位客户的了' : found.sentence}
            onChange={setPhone}
          />
          {other ? (
            <>
              <Card>
                <View className="merge__person">
                  <View className="merge__name">{other.name}</View>
                  <View className="tabular ink-2">{other.phonesMasked.join('、')}</View>
                </View>
              </Card>
              <Section title="以后用哪个号码联系">
                <Segments
                  items={[
                    { value: 'this', label: data.customer.phoneMasked },
                    { value: 'other', label: other.phonesMasked[0] as string },
                  ]}
                  chosen={keeps}
                  onChange={(value) => setKeeps(value as 'this' | 'other')}
                />
              </Section>
              <Loaded of={preview} skeleton={<Skeleton cards={1} lines={4} />}>
                {preview.data ? <MergeWords preview={preview.data} /> : null}
              </Loaded>
            </>
          ) : null}
        </View>
      )}
    </PageFrame>
  );
}
