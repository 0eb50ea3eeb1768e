import { useQuery } from '@tanstack/react-query';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Mark } from '@/app/ui/marks';
import { type Channel, channelsQuery, linkOf, type OnDuty, onDutyQuery, useChannelName } from './contacts';
import { contactTexts } from './contactTexts';

/** How to reach an organisation now: who is on duty, then its channels in their order. */
export function Contacts({ organisationId }: { organisationId: string }) {
  const duty = useQuery(onDutyQuery(organisationId));
  const plan = useQuery(channelsQuery(organisationId));
  return (
    <>
      <Answered query={duty}>{onDuty => <OnDutyLine onDuty={onDuty} />}</Answered>
      <Answered query={plan}>{({ items, source }) => <ChannelList items={items} standard={source === 'ceptoar'} />}</Answered>
    </>
  );
}

export function OnDutyLine({ onDuty }: { onDuty: OnDuty }) {
  const t = useTexts(contactTexts);
  const kind = (['duty', 'deputy', 'desk'] as const).find(k => k === onDuty.kind) ?? 'none';
  const { person, desk } = onDuty;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <strong>{kind === 'none' ? t('onDuty.none') : `${t('onDutyNow')} (${t(`onDuty.${kind}`)})`}</strong>
      {person ? <span>{person.name}</span> : null}
      {person?.email ? <ContactLink channel="mail" contact={person.email} /> : null}
      {desk?.name ? <span>{desk.name}</span> : null}
      {desk?.telephone ? <ContactLink channel="telephone" contact={desk.telephone} /> : null}
      {desk?.email ? <ContactLink channel="mail" contact={desk.email} /> : null}
    </p>
  );
}

export function ChannelList({ items, standard }: { items: readonly Channel[]; standard: boolean }) {
  const t = useTexts(contactTexts);
  const name = useChannelName();
  if (standard) return <p className="text-solid-gray-700">{t('ceptoarPlan')}</p>;
  return (
    <ol className="flex flex-col gap-1">
      {items
        .filter(item => item.contact)
        .map(item => (
          <li key={item.position} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-bold">{name(item.channel)}</span>
            <ContactLink channel={item.channel} contact={item.contact ?? ''} />
            {item.holder ? <span className="text-solid-gray-700">{item.holder}</span> : null}
            {item.bouncing ? <Mark className="border-red-1000 bg-white text-red-1000">{t('bouncing')}</Mark> : null}
          </li>
        ))}
    </ol>
  );
}

export function ContactLink({ channel, contact }: { channel: string; contact: string }) {
  const href = linkOf(channel, contact);
  if (!href) return <span>{contact}</span>;
  return (
    <a
      href={href}
      className="link inline-flex min-h-11 items-center"
      {...(channel === 'web' ? { target: '_blank', rel: 'noreferrer noopener' } : {})}
    >
      {contact}
    </a>
  );
}
