import { beijingDate, type HomeView, type WorkOrderCategory, warrantyVerdict } from '@guihu/shared';
import { WarrantyLine } from '@/components/warranty-line/warranty-line';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

interface Props {
  home: HomeView;
  category: WorkOrderCategory;
  now: number;
}

/** Who pays, before anything is sent. The same rule stands on the phone, so that the line is there at once and without a network. */
export function WarrantyPreview({ home, category, now }: Props) {
  const asked = useResource(`warranty:${home.unitId}:${category.id}`, () => server.workOrders.warranty(home.unitId, category.id));
  return <WarrantyLine verdict={asked.data ?? warrantyVerdict(category.part, home.deliveredOn, beijingDate(now))} />;
}
