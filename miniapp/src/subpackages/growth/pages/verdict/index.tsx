import { sayTime, type VerdictView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FailureNote } from '@/components/failure-note/failure-note';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { useVerbs } from '@/platform/use-verbs';
import { may, server, useSession } from '@/session';
import { FlagsSection } from '../../_components/flags-section/flags-section';
import { useKeyOf } from '../../_hooks/use-key-of';
import { useVerdict } from '../../_hooks/use-verdict';
import { claimsInOrder } from '../../_lib/verdict-words';
import { AppealSection } from './_components/appeal-section';
import { AppealSheet } from './_components/appeal-sheet';
import { ClaimCard } from './_components/claim-card';
import { ConclusionCard } from './_components/conclusion-card';
import { EvidenceSection } from './_components/evidence-section';
import { JudgementSheet } from './_components/judgement-sheet';
import { useSubject } from './_hooks/use-subject';
import './index.scss';

/** Who brought this customer: the facts, every claim rule by rule, what was decided, and what may be said against it (K1, 判客). */
export default function VerdictPage() {
  const { referralId, leadId } = useParams<{ referralId: string; leadId: string }>();
  const subject = referralId ? { referralId } : leadId ? { leadId } : null;
  const { me } = useSession();
  const { wide } = useContext(PageSettings);
  const verdict = useVerdict(subject);
  const about = useSubject(subject);
  const verbs = useVerbs(verdict.reload);
  const now = useNow(60_000);
  const [sheet, setSheet] = useState<'judge' | 'appeal' | null>(null);
  const keyOf = useKeyOf();
  usePullRefresh(verdict.reload);
  const judges = may(me, 'referral.judge');
  const open = verdict.data?.appeal?.status === 'open' ? verdict.data.appeal : null;
  const mayAppeal = leadId !== undefined && verdict.data !== null && !verdict.data.appeal && may(me, 'lead.follow-up');
  const send = async (verb: () => Promise<unknown>, done: string) => {
    await verbs.run(verb, done);
    setSheet(null);
  };
  const bar =
    open?.mayJudge && judges ? (
      <BottomBar note={<View className="t-note ink-2">{`${open.by}的申诉，等你复核`}</View>}>
        <Button text="复核申诉" onTap={() => setSheet('judge')} />
      </BottomBar>
    ) : mayAppeal ? (
      <BottomBar>
        <Button text="对结果有异议" kind="plain" onTap={() => setSheet('appeal')} />
      </BottomBar>
    ) : null;
  const body = (data: VerdictView) => {
    const claims = (
      <Section title={`各方主张 ${data.claims.length}`}>
        <View className="claims">
          {claimsInOrder(data.claims).map(({ claim, place }) => (
            <ClaimCard key={place} claim={claim} now={now} />
          ))}
        </View>
      </Section>
    );
    const evidence = <EvidenceSection facts={data.facts} now={now} />;
    const flags = <FlagsSection flags={data.flags} mayJudge={judges} verbs={verbs} now={now} />;
    const appeal = data.appeal ? <AppealSection appeal={data.appeal} now={now} /> : null;
    const history = <HistorySection history={data.history} now={now} />;
    return (
      <View className="verdict">
        {verbs.refusal ? <FailureNote text={`${verbs.refusal}。以下是最新的情况`} /> : null}
        <ConclusionCard verdict={data} about={about} now={now} />
        {wide ? null : appeal}
        {claims}
        <View className="verdict__columns">
          <View>{evidence}</View>
          <View>
            {wide ? appeal : null}
            {flags}
            {history}
          </View>
        </View>
      </View>
    );
  };
  return (
    <PageFrame
      of={verdict}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={bar}
      over={
        <>
          {verdict.data && open ? (
            <JudgementSheet
              open={sheet === 'judge'}
              verdict={verdict.data}
              busy={verbs.busy}
              onSend={(body) => void send(() => server.staffReferrals.judgeAppeal(open.id, body), '已给出结果')}
              onClose={() => setSheet(null)}
            />
          ) : null}
          <AppealSheet
            open={sheet === 'appeal'}
            busy={verbs.busy}
            onSend={(reason, uploadIds) =>
              void send(
                () => server.staffReferrals.appealOnLead(leadId ?? '', { reason, uploadIds }, keyOf({ reason, uploadIds })),
                '申诉已提交，经理会复核',
              )
            }
            onClose={() => setSheet(null)}
          />
        </>
      }
    >
      {body}
    </PageFrame>
  );
}

/** Earlier judgements stay: what was decided, by which rules, by whom. */
function HistorySection({ history, now }: { history: VerdictView['history']; now: number }) {
  if (history.length === 0) return null;
  return (
    <Section title="判定记录" note="每次判定都保留">
      <Card flush>
        {history.map(({ judgedAt, rulesVersion, conclusion, by }) => (
          <View key={`${judgedAt}-${conclusion}`} className="verdict__judged">
            <View>{conclusion}</View>
            <View className="t-note ink-2 tabular">
              {[sayTime(Date.parse(judgedAt), now), rulesVersion === 0 ? '默认规则' : `第 ${rulesVersion} 版规则`, by ?? '系统'].join(
                ' · ',
              )}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
