import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { FailureNote } from '@/components/failure-note/failure-note';
import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PhraseField } from '@/components/phrase-field/phrase-field';
import { Skeleton } from '@/components/skeleton/skeleton';
import { WarrantyLine } from '@/components/warranty-line/warranty-line';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useFieldWork } from '@/session';
import { useKeptOrder } from '../../_hooks/use-kept-order';
import { afterQueue } from '../../_lib/field-words';
import { PartsField } from './_components/parts-field';
import { PhotosField } from './_components/photos-field';
import { useFinish } from './_hooks/use-finish';
import { CAUSE_PHRASES, FINISH_PHRASES, REMEDY_PHRASES } from './_lib/phrases';
import './index.scss';

/** What was done, with proof; for a complaint also why it happened and what keeps it from happening again (J11). */
export default function FinishPage() {
  const { id = '' } = useParams<RouteParams['finishOrder']>();
  const order = useKeptOrder(id);
  const queued = useFieldWork().flatMap(({ lane, what }) => (lane === id ? [what.verb] : []));
  const { form, change, faults: faultsFor, failure, busy, send } = useFinish(id);
  const now = useNow();
  const { data } = order;
  // While it is being sent it lies in the queue itself.
  const open = data !== null && (busy || afterQueue(data, queued).allowed.includes('finish'));
  const faults = data ? faultsFor(data.kind) : {};
  return (
    <PageFrame
      of={order}
      now={now}
      width="form"
      skeleton={<Skeleton cards={4} lines={2} />}
      bottom={
        data && open ? (
          <BottomBar>
            <Button text={data.kind === 'repair' ? '完成维修' : '办结'} busy={busy} onTap={() => void send(data)} />
          </BottomBar>
        ) : null
      }
    >
      {(known) =>
        open ? (
          <View className="finish">
            <View>
              <View className="t-section">{known.homeLabel}</View>
              <View className="t-note ink-2">{`${known.categoryName}：${known.description}`}</View>
            </View>
            {failure ? <FailureNote text={failure} /> : null}
            <PhraseField
              label="处理了什么"
              name="words"
              value={form.words}
              phrases={FINISH_PHRASES[known.kind]}
              placeholder="点选下面的，或写几个字，业主会看到"
              maxLength={1000}
              error={faults.words}
              onChange={(words) => change({ words })}
            />
            {known.kind === 'complaint' ? (
              <>
                <PhraseField
                  label="根本原因"
                  name="rootCause"
                  value={form.rootCause}
                  phrases={CAUSE_PHRASES}
                  placeholder="为什么会发生"
                  maxLength={500}
                  error={faults.rootCause}
                  onChange={(rootCause) => change({ rootCause })}
                />
                <PhraseField
                  label="改进措施"
                  name="correctiveAction"
                  value={form.correctiveAction}
                  phrases={REMEDY_PHRASES}
                  placeholder="怎样避免再发生"
                  maxLength={500}
                  error={faults.correctiveAction}
                  onChange={(correctiveAction) => change({ correctiveAction })}
                />
              </>
            ) : null}
            <PhotosField label="维修前" ids={form.before} error={faults.photos} onChange={(before) => change({ before })} />
            <PhotosField label="维修后" ids={form.after} onChange={(after) => change({ after })} />
            {known.kind === 'repair' ? (
              <>
                <WarrantyLine verdict={known.warrantyVerdict} />
                <PartsField parts={form.parts} error={faults.parts} onChange={(parts) => change({ parts })} />
              </>
            ) : null}
          </View>
        ) : (
          <Notice
            icon="lock"
            title="现在不能办结"
            text={known.status === 'paused' ? '请先继续处理，再填写完成情况' : '只有负责这张工单的同事，接单后可以办结'}
            action={{ text: '回到工单', onTap: () => replaceWith('staffOrder', { id }) }}
          />
        )
      }
    </PageFrame>
  );
}
