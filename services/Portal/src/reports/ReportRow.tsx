import { Link } from '@tanstack/react-router';
import { useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { LinkButton } from '@/app/ui/LinkButton';
import { DrillBand } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import type { ReportItem } from './reports';
import { StatusMark } from './StatusMark';
import { texts } from './texts';

/** One report in a list: its level and state first, and what it is about. */
export function ReportRow({ item, heading: Heading = 'h2' }: { item: ReportItem; heading?: 'h2' | 'h3' }) {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <li className="rounded-xl border border-solid-gray-420 bg-white p-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {item.drill ? <DrillBand /> : null}
        <Tlp level={item.ceiling ?? item.requestedTlp} />
        <StatusMark status={item.status} />
      </div>
      <Heading className="text-lg">
        <Link to="/reports/$id" params={{ id: item.id }} className="link">
          {item.title ?? item.number}
        </Link>
      </Heading>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-solid-gray-700">
        <span>{item.number}</span>
        <span>{t('version', { version: item.version })}</span>
        <span>
          {t('submitted')}: <Time at={item.submittedAt} />
        </span>
        {item.flash.state === 'released' ? <span>{t('flashState.released')}</span> : null}
      </p>
      {item.status === 'awaitingApproval' && has(me, 'operator') ? (
        <LinkButton look="secondary" className="mt-3" to="/reports/$id/approval" params={{ id: item.id }}>
          {t('approve')}
        </LinkButton>
      ) : null}
    </li>
  );
}
