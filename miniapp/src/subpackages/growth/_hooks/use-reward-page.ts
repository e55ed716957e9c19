import type { StaffRewardDetail } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { server } from '@/session';

export interface RewardPage {
  reward: Resource<StaffRewardDetail>;
  verbs: Verbs;
}

export function useRewardPage(id: string): RewardPage {
  const reward = useResource(id ? `staff-reward:${id}` : null, () => server.staffRewards.detail(id));
  const verbs = useVerbs(reward.reload);
  return { reward, verbs };
}
