import { server } from '@/session';
import { useDeskForm } from '../../../_hooks/use-desk-form';
import { faultsOfWalkIn, NEW_WALK_IN, walkInOf } from '../_lib/walk-in-form';

/** Somebody at the door being written down, kept as a draft until the server has answered. `projectId` is where the desk stands. */
export const useWalkIn = (projectId: string | null) =>
  useDeskForm({
    name: 'walk-in',
    initial: NEW_WALK_IN,
    projectId,
    faultsOf: faultsOfWalkIn,
    bodyOf: walkInOf,
    deliver: server.staffViewings.walkIn,
    kept: ({ projectId: desk }) => ({ projectId: desk }),
  });
