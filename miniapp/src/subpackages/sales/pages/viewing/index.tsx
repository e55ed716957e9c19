import { Notice } from '@/components/notice/notice';
import { PageFrame } from '@/components/page-frame/page-frame';
import { go } from '@/platform/navigation';

export default function StaffViewingPage() {
  return (
    <PageFrame width="form">
      <Notice
        icon="calendar"
        title="暂未开放"
        text="请先在带看列表中查看"
        action={{ text: '看带看列表', onTap: () => go('staffViewings') }}
      />
    </PageFrame>
  );
}
