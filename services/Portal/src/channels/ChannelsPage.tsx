import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { channelKeepers, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Page } from '@/app/ui/Page';
import { Table } from '@/app/ui/Table';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime, number } from '@/app/ui/time';
import { useChannelName } from '@/members/contacts';
import { Saved } from '@/members/Saved';
import { type ChannelState, channelStatesQuery } from './channels';
import { texts } from './texts';
import { useCodeWord } from './useCodeWord';
import { type Health, health } from './words';

/** How every channel stands; who may, switches one off for an outage or an exercise, and on again. */
export function ChannelsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const name = useChannelName();
  const query = useQuery(channelStatesQuery);
  const keeps = has(me, ...channelKeepers);
  const [switching, setSwitching] = useState<ChannelState>();
  const [said, setSaid] = useState('');
  return (
    <Page title={t('title')}>
      <p className="mb-4">{t('what')}</p>
      {keeps ? null : <p className="mb-4">{t('readOnly')}</p>}
      <Saved said={said} />
      <Answered query={query}>
        {({ items }) => (
          <section className="card">
            <States channels={items} onSwitch={keeps ? setSwitching : undefined} />
          </section>
        )}
      </Answered>
      {switching ? (
        <SwitchDialogue
          channel={switching}
          onClose={() => setSwitching(undefined)}
          onDone={on => {
            setSwitching(undefined);
            setSaid(t(on ? 'doneOn' : 'doneOff', { channel: name(switching.channel) }));
          }}
        />
      ) : null}
    </Page>
  );
}

const looks: Record<Health, string> = {
  off: 'text-red-1000',
  byHand: 'text-solid-gray-800',
  failing: 'text-red-1000',
  late: 'text-orange-1000',
  well: 'text-green-900',
};
const signs: Record<Health, string> = { off: '✗', byHand: '–', failing: '!', late: '…', well: '✓' };

function States({ channels, onSwitch }: { channels: readonly ChannelState[]; onSwitch: ((channel: ChannelState) => void) | undefined }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const name = useChannelName();
  const code = useCodeWord();
  const counted = (channel: ChannelState) => channel.channel !== 'hub' && channel.sender;
  return (
    <Table
      caption={t('table')}
      rows={channels}
      keyOf={channel => channel.channel}
      columns={[
        { head: t('channel'), cell: channel => name(channel.channel) },
        { head: t('standing'), cell: channel => <Standing channel={channel} /> },
        {
          head: t('waiting'),
          cell: channel =>
            counted(channel) ? (
              <>
                {number(channel.waiting, language)}
                {channel.oldestWaiting ? (
                  <span className="block text-sm">
                    {t('oldest')}: <Time at={channel.oldestWaiting} />
                  </span>
                ) : null}
              </>
            ) : null,
        },
        {
          head: t('lastHour'),
          cell: channel =>
            counted(channel) ? (
              <>
                <span className="block whitespace-nowrap">{t('sent', { sent: number(channel.sentLastHour, language) })}</span>
                <span className={`block whitespace-nowrap ${channel.failedLastHour > 0 ? 'font-bold text-red-1000' : ''}`}>
                  {t('failed', { failed: number(channel.failedLastHour, language) })}
                </span>
              </>
            ) : null,
        },
        {
          head: t('last'),
          cell: channel =>
            counted(channel) ? (
              <>
                {channel.lastCode === null ? t('none') : code(channel.channel, channel.lastCode)}
                {channel.lastSentAt ? (
                  <span className="block text-sm">
                    {t('lastSent')}: <Time at={channel.lastSentAt} />
                  </span>
                ) : null}
              </>
            ) : null,
        },
        ...(onSwitch
          ? [
              {
                head: t('change'),
                cell: (channel: ChannelState) =>
                  channel.channel === 'hub' ? null : (
                    <Button
                      look="secondary"
                      className="whitespace-nowrap"
                      aria-label={t(channel.on ? 'offOf' : 'onOf', { channel: name(channel.channel) })}
                      onPress={() => onSwitch(channel)}
                    >
                      {channel.on ? t('off') : t('on')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Standing({ channel }: { channel: ChannelState }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const how = health(channel, now);
  return (
    <>
      <strong className={looks[how]}>
        <span aria-hidden="true">{signs[how]} </span>
        {t(`health.${how}`)}
      </strong>
      {how === 'off' ? (
        <span className="block text-sm whitespace-pre-line">
          {channel.since ? `${t('since', { time: japanTime(new Date(channel.since), language, now) })} ` : ''}
          {channel.reason}
        </span>
      ) : null}
      {how === 'byHand' || how === 'failing' || how === 'late' ? <span className="block text-sm">{t(`healthWhat.${how}`)}</span> : null}
      {channel.channel === 'hub' ? <span className="block text-sm">{t('hub')}</span> : null}
    </>
  );
}

function SwitchDialogue({ channel, onClose, onDone }: { channel: ChannelState; onClose: () => void; onDone: (on: boolean) => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const name = useChannelName();
  const [reason, setReason] = useState('');
  const on = !channel.on;
  const turn = useWrite(
    (body: Schemas['SwitchChannelCommand'], keyed) =>
      answer(api.PUT('/api/channels/{channel}', { params: { path: { channel: channel.channel } }, body, ...keyed })),
    {
      onDone: async () => {
        await queries.invalidateQueries({ queryKey: channelStatesQuery.queryKey });
        onDone(on);
      },
    },
  );
  return (
    <Dialogue title={t(on ? 'onOf' : 'offOf', { channel: name(channel.channel) })} isOpen onClose={onClose}>
      <HubForm problem={turn.error} onSubmit={() => turn.send({ on, reason })}>
        <p>{on ? t('onWhat') : t('offWhat')}</p>
        <TextInput
          name="reason"
          label={t('reason')}
          explanation={t('reasonWhat')}
          rows={3}
          isRequired
          value={reason}
          onChange={setReason}
          autoFocus
        />
        <FormButtons does={on ? t('on') : t('off')} look={on ? 'primary' : 'danger'} isPending={turn.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}
