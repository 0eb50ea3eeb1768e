import { useStore } from '@/app/store';
import { type Me, type SessionState, session } from './session';

export function useSession(): SessionState {
  return useStore(session.state);
}

/** Who is signed in; for pages, which stand only while someone is. */
export function useMe(): Me {
  const state = useSession();
  if (state.kind !== 'signedIn' && state.kind !== 'over') throw new Error('Nobody is signed in.');
  return state.me;
}
