import type { ProjectDetail, ReferralAsk } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { Elevation } from '@/components/elevation/elevation';
import { Notice } from '@/components/notice/notice';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { go, replaceWith } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { WhoIAm } from './_components/who-i-am';
import { YesMeans } from './_components/yes-means';
import { useAnswer } from './_hooks/use-answer';
import './index.scss';

/** A friend recommended somebody: who, what for, what a yes means, and two answers that are as easy. */
export default function AskPage() {
  const { code = '' } = useParams<RouteParams['referralAsk']>();
  const ask = useResource<ReferralAsk>(`referral-ask:${code}`, () => server.referrals.ask(code));
  const projectId = ask.data?.projectId ?? '';
  const project = useResource<ProjectDetail>(projectId ? `project:${projectId}` : null, () => server.projects.detail(projectId));
  const policy = useResource('policy', server.consents.policy, { kept: true });
  const answer = useAnswer(code, policy.data, policy.reload);
  const open = ask.data?.state === 'open' && answer.answered === null;
  const look = projectId ? () => replaceWith('project', { id: projectId }) : () => replaceWith('home');
  const decide = (
    <BottomBar
      note={answer.sentence ? <RefusalLine sentence={answer.sentence} /> : null}
      aside={<Button kind="plain" text="不用了" busy={answer.sending === 'no'} disabled={answer.sending === 'yes'} onTap={answer.no} />}
    >
      <Button
        text={answer.sending === 'yes' ? '正在提交…' : '同意，请联系我'}
        busy={answer.sending === 'yes'}
        disabled={answer.sending === 'no'}
        onTap={answer.yes}
      />
    </BottomBar>
  );
  const after = (
    <BottomBar aside={<Button kind="plain" text="先看看楼盘" onTap={look} />}>
      <Button text="预约看房" icon="calendar" onTap={() => replaceWith('bookViewing', { id: projectId })} />
    </BottomBar>
  );
  return (
    <PageFrame
      of={ask}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={4} picture={152} />}
      bottom={open ? decide : answer.answered === 'yes' ? after : undefined}
    >
      {({ state, referrerName, projectName }) =>
        answer.answered === 'yes' ? (
          <Notice
            icon="check"
            title="好的，已记下"
            text={`${referrerName}会看到您已同意。置业顾问会与您联系，您也可以直接选个时间来看${projectName}。`}
          />
        ) : answer.answered === 'no' ? (
          <Notice
            icon="check"
            title="好的，不会有人联系您"
            text="没有您的同意，号码不会用于这次推荐。以后想看房，随时可以自己预约。"
            action={{ text: '看看楼盘', onTap: look }}
          />
        ) : state !== 'open' ? (
          <Notice icon="info" title={OVER[state].title} text={OVER[state].text} action={{ text: '看看楼盘', onTap: look }} />
        ) : (
          <View className="ask">
            <Card flush>
              {project.data ? <Elevation buildings={project.data.buildings} /> : <View className="ask__blank" />}
              <View className="ask__words">
                <View className="ink-2">{`${referrerName}推荐您来看看`}</View>
                <View className="t-title">{projectName}</View>
                {project.data ? <View className="ink-2">{project.data.slogan}</View> : null}
              </View>
            </Card>
            <YesMeans referrerName={referrerName} />
            <Section title="怎么联系您">
              <Card>
                <WhoIAm answer={answer} />
              </Card>
            </Section>
            <Section title="您同意怎样使用这些信息">
              <Card>
                <View id="ask-consent">
                  <Loaded of={policy} skeleton={<Skeleton cards={1} lines={3} />}>
                    {(inForce) => (
                      <ConsentFields
                        policy={inForce}
                        agreed={answer.agreed}
                        error={answer.errors.consent}
                        onChange={answer.tick}
                        onRead={() => go('policy')}
                      />
                    )}
                  </Loaded>
                </View>
              </Card>
            </Section>
          </View>
        )
      }
    </PageFrame>
  );
}

const OVER: Readonly<Record<Exclude<ReferralAsk['state'], 'open'>, { title: string; text: string }>> = {
  answered: { title: '这个邀请已经回答过了', text: '不用再做什么。想看房，随时可以自己预约。' },
  expired: { title: '这个邀请已过期', text: '没有关系，您仍然可以看看楼盘、预约看房。' },
  unknown: { title: '欢迎来看看', text: '邀请的链接不完整，不影响您看楼盘、预约看房。' },
};
