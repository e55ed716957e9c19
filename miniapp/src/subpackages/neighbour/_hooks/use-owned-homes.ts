import type { HomeView } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** Homes that this person owns; what is for owners is for them. */
export function useOwnedHomes(): Resource<HomeView[]> {
  return useResource('owned-homes', async () => (await server.homes.mine()).items.filter(({ role }) => role === 'owner'), { kept: true });
}
