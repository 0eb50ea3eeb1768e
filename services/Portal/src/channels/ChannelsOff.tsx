import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { channelReaders, has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { useChannelName } from '@/members/contacts';
import { channelStatesQuery } from './channels';
import { texts } from './texts';

/** Above pages about who is silent: which channels are switched off, for who may know it. */
export function ChannelsOff() {
  const t = useTexts(texts);
  const me = useMe();
  const name = useChannelName();
  const { data } = useQuery({ ...channelStatesQuery, enabled: has(me, ...channelReaders), retry: false });
  const off = (data?.items ?? []).filter(channel => !channel.on);
  return (
    <div role="status" className={off.length > 0 ? 'card mb-4 border-2 border-orange-1000' : ''}>
      {off.length > 0 ? (
        <>
          <p className="font-bold">{t('bannerOne', { channels: off.map(channel => name(channel.channel)).join('、') })}</p>
          <Link to="/system/channels" className="link not-printed inline-flex min-h-11 items-center">
            {t('bannerLink')}
          </Link>
        </>
      ) : null}
    </div>
  );
}
