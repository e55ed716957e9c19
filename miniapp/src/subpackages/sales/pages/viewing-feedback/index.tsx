import { LEAD_LEVELS, type StaffViewingDetail, VIEWING_OBJECTIONS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { FailureNote } from '@/components/failure-note/failure-note';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PhraseField } from '@/components/phrase-field/phrase-field';
import { Skeleton } from '@/components/skeleton/skeleton';
import { spanOf } from '@/components/viewing-row/viewing-words';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { NextContact } from '../../_components/next-contact/next-contact';
import { TourChecklist } from '../../_components/tour-checklist/tour-checklist';
import { afterTick, shownIn } from '../../_lib/tour-words';
import { useFeedback } from './_hooks/use-feedback';
import { type FeedbackLevel, objectionsAfter, tourIn } from './_lib/feedback-form';
import { PLAN_PHRASES, WORDS_PHRASES } from './_lib/phrases';
import './index.scss';

/** 带看反馈: mostly taps, done before the next visitor comes. */
export default function ViewingFeedbackPage() {
  const { id = '' } = useParams<RouteParams['viewingFeedback']>();
  const viewing = useResource(`staff-viewing:${id}`, () => server.staffViewings.detail(id));
  const stops = viewing.data?.tour ?? [];
  const walked = { shown: shownIn(stops), planned: stops.length > 0 };
  const record = useFeedback(id, walked);
  const now = useNow();
  const tour = tourIn(record.form, walked);
  const { form, change, faults, failure, busy } = record;
  const over = (data: StaffViewingDetail) => !data.allowed.includes('complete');
  const known = viewing.data?.customer.level;
  const level = form.level ?? (known && known in LEAD_LEVELS ? (known as FeedbackLevel) : null);
  return (
    <PageFrame
      of={viewing}
      now={now}
      width="form"
      skeleton={<Skeleton cards={4} lines={2} />}
      bottom={
        viewing.data && !over(viewing.data) ? (
          <BottomBar>
            <Button text="保存带看反馈" busy={busy} onTap={() => record.send(level)} />
          </BottomBar>
        ) : null
      }
    >
      {(data) =>
        over(data) ? (
          <Notice
            icon="lock"
            title={data.feedback ? '这次带看已有反馈' : '现在不能填反馈'}
            text={data.feedback ? '填好的反馈在带看详情里' : '客户签到后，由接待的同事填写'}
            action={{ text: '看这次带看', onTap: () => replaceWith('staffViewing', { id }) }}
          />
        ) : (
          <View className="viewing-feedback">
            <View>
              <View className="t-section">{data.customer.name}</View>
              <View className="t-note ink-2 tabular">{`${spanOf(data)} · 填好大约两分钟，离开页面也不会丢`}</View>
            </View>
            {failure ? <FailureNote text={failure} /> : null}
            {walked.planned ? (
              <Field label="带客户看了" error={faults.tour}>
                <TourChecklist
                  stops={stops}
                  chosen={tour}
                  wrong={Boolean(faults.tour)}
                  onTick={(stop) => change({ tour: afterTick(stops, tour, stop) })}
                />
              </Field>
            ) : null}
            <Field label="客户的顾虑" error={faults.objections}>
              <ChipGroup
                chips={chipsOf(VIEWING_OBJECTIONS)}
                chosen={form.objections}
                multiple
                onChange={(objections) => change({ objections: objectionsAfter(form.objections, objections) })}
              />
            </Field>
            <PhraseField
              label="客户怎么说"
              name="words"
              value={form.words}
              phrases={WORDS_PHRASES}
              placeholder="点选下面的，或写几个字"
              maxLength={500}
              error={faults.words}
              onChange={(words) => change({ words })}
            />
            <Field label="客户等级">
              <ChipGroup
                chips={chipsOf(LEAD_LEVELS)}
                chosen={level ? [level] : []}
                onChange={([chosen]) => change({ level: (chosen as FeedbackLevel | undefined) ?? form.level })}
              />
            </Field>
            <NextContact
              nextPlan={form.nextPlan}
              nextAt={form.nextAt}
              phrases={PLAN_PHRASES}
              placeholder="下次准备做什么，没有可不填"
              faults={faults}
              now={now}
              onChange={change}
            />
          </View>
        )
      }
    </PageFrame>
  );
}
