import { useTexts } from '@/app/language';
import { useChannelName } from '@/members/contacts';
import { faultOf } from './figures';
import { reportTexts } from './reportTexts';
import { texts } from './texts';

const outcomes = ['queued', 'sent', 'refused', 'bounced', 'givenUp', 'notReached', 'reached', 'dropped'] as const;

/** Names a channel of a drill, and a call by a person beside them. */
export function useDrillChannel(): (channel: string) => string {
  const t = useTexts(reportTexts);
  const name = useChannelName();
  return channel => (channel === 'call' ? t('call') : name(channel));
}

/** What became of a try, in a word. */
export function useOutcomeWord(): (state: string) => string {
  const t = useTexts(texts);
  return state => {
    const known = outcomes.find(outcome => outcome === state);
    return known ? t(`outcomes.${known}`) : state;
  };
}

/** A cause of a fault in words; channel and status stand as they are where there are none for them. */
export function useFaultWords(): (code: string) => string {
  const t = useTexts(reportTexts);
  const channelName = useDrillChannel();
  const outcome = useOutcomeWord();
  return code => {
    const fault = faultOf(code);
    switch (fault.kind) {
      case 'cause':
        return t(`causes.${fault.cause}`);
      case 'bouncing':
        return t('bouncing', { channel: channelName(fault.channel) });
      default: {
        const [channel, state] = [channelName(fault.channel), outcome(fault.state)];
        return fault.status === undefined
          ? t('triedState', { channel, state })
          : t('triedStatus', { channel, state, status: fault.status });
      }
    }
  };
}
