import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';

export default function ReferralPage() {
  return (
    <PageFrame width="form">
      <Skeleton cards={2} lines={3} />
    </PageFrame>
  );
}
