import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';

export default function CodePage() {
  return (
    <PageFrame width="desk">
      <Skeleton cards={3} lines={2} />
    </PageFrame>
  );
}
