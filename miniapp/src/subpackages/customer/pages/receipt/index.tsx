import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { callPhone, copyText } from '@/platform/contact';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useGentlePoll } from '@/platform/use-gentle-poll';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { AgentSection } from './_components/agent-section';
import { LeadProgress } from './_components/lead-progress';
import { ReceiptHead } from './_components/receipt-head';
import { pollPauseMs } from './_lib/poll-pause';
import './index.scss';

export default function ReceiptPage() {
  const { id, no } = useParams<RouteParams['receipt']>();
  const leads = useResource('my-leads', server.leads.mine, { kept: true });
  const now = useNow();
  const lead = leads.data?.items.find((mine) => mine.id === id) ?? null;
  usePullRefresh(leads.reload);
  useGentlePoll(leads.reload, (watchedMs) => pollPauseMs(lead, watchedMs));

  const receiptNo = lead?.receiptNo ?? no;
  const phone = lead?.agent?.phone;
  const bottom = (
    <BottomBar>
      {phone ? (
        <Button kind="plain" icon="phone" text="打电话" onTap={() => callPhone(phone)} />
      ) : (
        <Button kind="plain" text="继续看楼盘" onTap={() => go('home')} />
      )}
      {lead && lead.status !== 'closed' ? <Button text="预约看房" onTap={() => go('bookViewing', { id: lead.projectId })} /> : null}
    </BottomBar>
  );
  // What the server has just answered is shown at once; the rest of the page follows when it has been read.
  if (!lead && receiptNo)
    return (
      <PageFrame bottom={bottom} now={now}>
        <View className="receipt">
          <ReceiptHead receiptNo={receiptNo} projectName="" promise="" onCopy={() => copyText(receiptNo)} />
          {leads.failure ? (
            <EmptyState
              title="进展暂时没取到"
              text={`${leads.failure.sentence}。登记已经收到，不用重新提交`}
              action={{ text: '重新获取', onTap: leads.reload }}
            />
          ) : (
            <Skeleton cards={2} lines={3} />
          )}
        </View>
      </PageFrame>
    );
  return (
    <PageFrame
      of={leads}
      now={now}
      skeleton={<Skeleton cards={3} lines={3} />}
      empty={{
        when: () => !lead,
        title: '没有找到这条登记',
        text: '它可能属于另一个微信账号，可以到我的咨询里看看',
        action: { text: '打开我的咨询', onTap: () => go('myLeads') },
      }}
      bottom={lead ? bottom : undefined}
    >
      {lead ? (
        <View className="receipt">
          <View>
            <ReceiptHead
              receiptNo={lead.receiptNo}
              projectName={lead.projectName}
              promise={lead.promise}
              onCopy={() => copyText(lead.receiptNo)}
            />
          </View>
          <View>
            <AgentSection agent={lead.agent} over={lead.status === 'closed'} onCall={callPhone} />
            <LeadProgress lead={lead} now={now} />
          </View>
        </View>
      ) : null}
    </PageFrame>
  );
}
