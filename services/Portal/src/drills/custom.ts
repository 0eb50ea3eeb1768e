import type { Drill } from './drills';
import { type TextForm, textFormOf, textOf } from './text';

/** Channels that a drill may do without. */
export const drillChannels = ['hub', 'mail', 'webhook', 'sms', 'telephone', 'mobile'] as const;

/** What a CEPTOAR says its own way, as it stands in the fields. */
export interface Custom {
  text: TextForm;
  twoWay: boolean;
  withoutLiaison: boolean;
  contentInMail: boolean;
  channelsOff: readonly string[];
}

export function customFormOf(drill: Pick<Drill, 'text' | 'twoWay' | 'withoutLiaison' | 'contentInMail' | 'channelsOff'>): Custom {
  const { twoWay, withoutLiaison, contentInMail, channelsOff } = drill;
  return { text: textFormOf(drill.text), twoWay, withoutLiaison, contentInMail, channelsOff: [...channelsOff].sort() };
}

export function customOf({ text, channelsOff, ...way }: Custom) {
  return { ...way, text: textOf(text), channelsOff: [...channelsOff] };
}
