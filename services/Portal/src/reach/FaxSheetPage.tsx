import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { LinkButton } from '@/app/ui/LinkButton';
import { Page } from '@/app/ui/Page';
import { sheetQuery } from './reach';
import { sheetOf } from './sheet';
import { texts } from './texts';

const route = getRouteApi('/frame/advisories/$id/sheet');

/** What goes out by fax, as the hub makes it: to be printed, with the label at top and bottom and a box for the reply. */
export function FaxSheetPage() {
  const { id } = route.useParams();
  const query = useQuery(sheetQuery(id, useLanguage()));
  return <Answered query={query}>{html => <Sheet id={id} html={html} />}</Answered>;
}

function Sheet({ id, html }: { id: string; html: string }) {
  const t = useTexts(texts);
  const sheet = useMemo(() => sheetOf(new DOMParser().parseFromString(html, 'text/html')), [html]);
  return (
    <Page
      title={sheet.title || t('faxTitle')}
      above={<p className="tlp mb-4 border-2 border-black p-2 text-center text-2xl font-bold">{sheet.label}</p>}
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          <Button onPress={() => window.print()}>{t('print')}</Button>
          <LinkButton to="/advisories/$id" params={{ id }} look="quiet">
            {t('toAdvisory')}
          </LinkButton>
        </div>
      }
    >
      <p className="not-printed mb-4">{t('faxWhat')}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the hub, which encodes every text and lets through neither script nor anything that loads */}
      <article className="written card" dangerouslySetInnerHTML={{ __html: sheet.html }} />
      <p className="tlp mt-4 border-2 border-black p-2 text-center text-2xl font-bold">{sheet.label}</p>
    </Page>
  );
}
