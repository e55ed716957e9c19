import { FOLLOW_UP_METHODS, type FollowUpMethod, LEAD_LEVELS, type LeadLevel, type StaffLeadDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { FailureNote } from '@/components/failure-note/failure-note';
import { Field } from '@/components/field/field';
import { calledOf, wishOf } from '@/components/lead-row/lead-words';
import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PhraseField } from '@/components/phrase-field/phrase-field';
import { Skeleton } from '@/components/skeleton/skeleton';
import { TimeField } from '@/components/time-field/time-field';
import { useNow } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { NextContact } from '../../_components/next-contact/next-contact';
import { useFollowUp } from './_hooks/use-follow-up';
import { CONTENT_PHRASES, FEEDBACK_PHRASES, PLAN_PHRASES } from './_lib/phrases';
import './index.scss';

const REACHED = [
  { value: 'yes', label: '联系上了' },
  { value: 'no', label: '没联系上' },
];

/** One contact recorded in half a minute: mostly taps, words where taps do not do. */
export default function FollowUpPage() {
  const { id = '' } = useParams<RouteParams['followUp']>();
  const lead = useResource(`staff-lead:${id}`, () => server.staffLeads.detail(id));
  const record = useFollowUp(id);
  const now = useNow();
  const { form, change, faults, failure, busy } = record;
  const side = form.connected ? 'reached' : 'missed';
  const over = (data: StaffLeadDetail) => !data.allowed.includes('followUp');
  const level = form.level ?? lead.data?.level ?? 'potential';
  return (
    <PageFrame
      of={lead}
      now={now}
      width="form"
      skeleton={<Skeleton cards={4} lines={2} />}
      bottom={
        lead.data && !over(lead.data) ? (
          <BottomBar>
            <Button text="保存跟进" busy={busy} onTap={() => record.send(level)} />
          </BottomBar>
        ) : null
      }
    >
      {(data) =>
        over(data) ? (
          <Notice
            icon="lock"
            title="现在不能记跟进"
            text={data.status === 'offered' ? '请先接单，再记录跟进' : '只有负责这条线索的同事可以记录跟进'}
            action={{ text: '回到线索', onTap: () => replaceWith('lead', { id }) }}
          />
        ) : (
          <View className="follow-up">
            <View>
              <View className="t-section">{calledOf(data.customer)}</View>
              <View className="t-note ink-2">{wishOf(data.intent)}</View>
            </View>
            {failure ? <FailureNote text={failure} /> : null}
            <Field label="方式" error={faults.method}>
              <ChipGroup
                chips={chipsOf(FOLLOW_UP_METHODS)}
                chosen={form.method ? [form.method] : []}
                onChange={([method]) => change({ method: (method as FollowUpMethod | undefined) ?? null })}
              />
            </Field>
            <Field label="联系上客户了吗">
              <ChipGroup
                chips={REACHED}
                chosen={[form.connected ? 'yes' : 'no']}
                onChange={([answer]) => change({ connected: answer ? answer === 'yes' : !form.connected })}
              />
            </Field>
            <PhraseField
              label="聊了什么"
              name="content"
              value={form.content}
              phrases={CONTENT_PHRASES[side]}
              placeholder="点选下面的，或写几个字"
              maxLength={1000}
              error={faults.content}
              onChange={(content) => change({ content })}
            />
            <PhraseField
              label="客户反馈"
              name="feedback"
              value={form.feedback}
              phrases={FEEDBACK_PHRASES[side]}
              placeholder="客户怎么说"
              maxLength={500}
              error={faults.feedback}
              onChange={(feedback) => change({ feedback })}
            />
            <NextContact
              nextPlan={form.nextPlan}
              nextAt={form.nextAt}
              phrases={PLAN_PHRASES[side]}
              placeholder="下次准备做什么"
              faults={faults}
              now={now}
              onChange={change}
            />
            <Field label="客户等级">
              <ChipGroup
                chips={chipsOf(LEAD_LEVELS)}
                chosen={[level]}
                onChange={([chosen]) => change({ level: (chosen as LeadLevel | undefined) ?? form.level })}
              />
            </Field>
            <TimeField
              label="跟进时间"
              choices={[]}
              value={form.occurredAt}
              none="刚刚"
              now={now}
              past
              error={faults.occurredAt}
              onChange={(occurredAt) => change({ occurredAt })}
            />
          </View>
        )
      }
    </PageFrame>
  );
}
