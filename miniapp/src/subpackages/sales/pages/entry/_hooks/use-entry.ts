import { server } from '@/session';
import { useDeskForm } from '../../../_hooks/use-desk-form';
import { entryOf, faultsOfEntry, NEW_ENTRY } from '../_lib/entry-form';

/** One visitor being entered, kept as a draft until the server has answered. `projectId` is where the desk stands. */
export const useEntry = (projectId: string | null) =>
  useDeskForm({
    name: 'entry',
    initial: NEW_ENTRY,
    projectId,
    faultsOf: faultsOfEntry,
    bodyOf: entryOf,
    deliver: server.staffLeads.enter,
    kept: ({ projectId: desk, channelCode }) => ({ projectId: desk, channelCode }),
  });
