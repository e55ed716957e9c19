import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Deadline } from '@/components/deadline/deadline';
import { Section } from '@/components/section/section';
import { Tap } from '@/components/tap/tap';
import { useNow } from '@/platform/clock';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { type NextVisit, nextVisit } from '../_lib/next-visit';
import './next-visit-card.scss';

/** 看房预约 above the projects, for whoever has one: the soonest, and what to do about it now. */
export function NextVisitCard() {
  const { me } = useSession();
  const mine = me && !me.staffId;
  const viewings = useResource(mine ? 'my-viewings' : null, server.viewings.mine, { kept: true });
  const waits = useResource(mine ? 'my-waits' : null, server.viewings.waits, { kept: true });
  const now = useNow(30_000);
  const next = nextVisit(viewings.data?.items ?? [], waits.data?.items ?? [], now);
  if (!next) return null;
  return (
    <View className="next-visit">
      <Section title="我的看房" aside={<Button kind="quiet" text="全部预约" onTap={() => go('myViewings')} />}>
        <Card flush>{next.what === 'offer' ? <Offer next={next} now={now} /> : <Visit next={next} now={now} />}</Card>
      </Section>
    </View>
  );
}

function Offer({ next: { wait }, now }: { next: Extract<NextVisit, { what: 'offer' }>; now: number }) {
  return (
    <View className="next-visit__words">
      <View className="t-section tabular">{`${sayTime(Date.parse(wait.startsAt), now)} · ${wait.projectName}`}</View>
      <View>有人取消，位子为您留着</View>
      <Deadline dueAt={Date.parse(wait.offerUntil as string)} now={now} withTime />
      <View className="next-visit__way">
        <Button text="去确认" block onTap={() => go('myViewings')} />
      </View>
    </View>
  );
}

function Visit({ next, now }: { next: Exclude<NextVisit, { what: 'offer' }>; now: number }) {
  const { id, startsAt, projectName, promise, host } = next.viewing;
  const when = `${sayTime(Date.parse(startsAt), now)} · ${projectName}`;
  const rates = next.what === 'rate';
  return (
    <>
      <Tap className="next-visit__words" label={`看房预约，${when}`} onTap={() => go('myViewing', { id })}>
        <View className="t-section tabular">{when}</View>
        <View className={rates ? '' : 'ink-accent'}>
          {rates ? `看房感觉怎么样？${host ? `${host.name}想听听您的意见` : '想听听您的意见'}` : promise}
        </View>
      </Tap>
      {rates || next.today ? (
        <View className="next-visit__foot">
          {rates ? (
            <Button text="评价这次看房" block onTap={() => go('myViewing', { id })} />
          ) : (
            <Button icon="qr" text="打开到访码" block onTap={() => go('viewingPass', { id })} />
          )}
        </View>
      ) : null}
    </>
  );
}
