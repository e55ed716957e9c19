import { useSyncExternalStore } from 'react';
import { session } from './server';
import type { SessionState } from './session.store';

/** Who is signed in; renders again when that changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}
