import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { answer, api, download } from '@/api/client';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Severity, Urgent } from '@/app/ui/marks';
import { Time } from '@/app/ui/Time';
import { Tlp } from '@/app/ui/Tlp';
import { number } from '@/app/ui/time';
import { audienceQuery } from './draft';
import { Part } from './parts';
import { texts } from './texts';

/** How recipients will see what was saved: the hub itself renders it, as it does for them. */
export function Preview({ id, revision, stale }: { id: string; revision: number; stale: boolean }) {
  const t = useTexts(texts);
  const shown = useQuery({
    queryKey: ['draft', id, 'shown', revision],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/advisories/{id}', { params: { path: { id } }, headers: { Accept: 'application/json' }, signal })),
    placeholderData: keepPreviousData,
  });
  const light = useQuery({
    queryKey: ['draft', id, 'light', revision],
    queryFn: async () => (await download(`/api/advisories/${id}`, 'text/plain')).text(),
    placeholderData: keepPreviousData,
  });
  const tab = 'min-h-11 cursor-pointer border-b-4 border-transparent px-4 py-2 data-selected:border-blue-900 data-selected:font-bold';
  return (
    <Part title={t('parts.preview')}>
      {stale ? <p className="font-bold">{t('asSaved')}</p> : null}
      <Tabs>
        <TabList aria-label={t('parts.preview')} className="flex flex-wrap border-b border-solid-gray-420">
          <Tab id="page" className={tab}>
            {t('asRecipient')}
          </Tab>
          <Tab id="light" className={tab}>
            {t('asText')}
          </Tab>
        </TabList>
        <TabPanel id="page" className="pt-4">
          <Answered query={shown}>
            {advisory => (
              <article className="flex flex-col gap-3">
                <p className="flex flex-wrap items-center gap-2">
                  <Tlp level={advisory.tlp} explained />
                  <Urgent code={advisory.urgency} />
                  <Severity code={advisory.severity} />
                </p>
                <h3 className="text-xl">{advisory.title}</h3>
                {advisory.summary ? <p className="text-lg whitespace-pre-line">{advisory.summary}</p> : null}
                {advisory.requiredAction ? (
                  <>
                    <h4 className="font-bold">{t('field.requiredAction')}</h4>
                    <p className="whitespace-pre-line">{advisory.requiredAction}</p>
                  </>
                ) : null}
                {advisory.due ? (
                  <p>
                    <strong>{t('field.due')}</strong>: <Time at={advisory.due} />
                  </p>
                ) : null}
                {advisory.bodyHtml ? (
                  // biome-ignore lint/security/noDangerouslySetInnerHtml: made from Markdown by the hub, which lets through neither script nor anything that loads
                  <div className="written" dangerouslySetInnerHTML={{ __html: advisory.bodyHtml }} />
                ) : null}
                {advisory.lessons ? (
                  <>
                    <h4 className="font-bold">{t('field.lessons')}</h4>
                    <p className="whitespace-pre-line">{advisory.lessons}</p>
                  </>
                ) : null}
              </article>
            )}
          </Answered>
        </TabPanel>
        <TabPanel id="light" className="pt-4">
          <Answered query={light}>{text => <pre className="font-mono text-sm whitespace-pre-wrap">{text}</pre>}</Answered>
        </TabPanel>
      </Tabs>
    </Part>
  );
}

const hops = ['audience', 'liaison', 'secretariat', 'members', 'secondHop'] as const;

/** To how many it goes, where they are, in which order, and what to think over: numbers, never who. */
export function AudiencePreview({ id, revision, stale }: { id: string; revision: number; stale: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery({ ...audienceQuery(id, revision), placeholderData: keepPreviousData });
  const row = (name: string, count: number) => (
    <tr key={name} className="border-b border-solid-gray-200">
      <th scope="row" className="py-1 pe-4 text-start font-normal">
        {name}
      </th>
      <td className="py-1 text-end tabular-nums">{number(count, language)}</td>
    </tr>
  );
  return (
    <Part title={t('parts.audience')}>
      {stale ? <p className="font-bold">{t('asSaved')}</p> : null}
      <Answered query={query}>
        {audience => {
          const byHop = hops.flatMap(hop => {
            const count = audience.byHop.filter(h => h.hop === hop).reduce((sum, h) => sum + h.recipients, 0);
            return count > 0 ? [[hop, count] as const] : [];
          });
          return (
            <>
              <div>
                <p className="text-2xl font-bold">{t('count', { count: number(audience.recipients, language) })}</p>
                <p className="text-sm text-solid-gray-700">{t('countWhat')}</p>
              </div>
              <section>
                <h3 className="mb-2 text-lg">{t('warnings')}</h3>
                {audience.warnings.length === 0 ? <p>{t('noWarnings')}</p> : null}
                <ul className="flex flex-col gap-2">
                  {audience.warnings.map(warning => (
                    <li key={warning.code} className="border-s-8 border-orange-1000 bg-orange-50 px-3 py-2">
                      {warning.message}（{number(warning.count, language)}）
                      {warning.code === 'noChannel' ? <span className="block text-sm">{t('noChannelWhat')}</span> : null}
                    </li>
                  ))}
                </ul>
              </section>
              <p>{audience.fourEyes ? t('fourEyes') : t('oneEye')}</p>
              <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
                {byHop.length > 0 ? (
                  <table className="self-start">
                    <caption className="mb-1 text-start font-bold">{t('byHop')}</caption>
                    <tbody>{byHop.map(([hop, count]) => row(t(`hop.${hop}`), count))}</tbody>
                  </table>
                ) : null}
                {audience.byCeptoar.length + audience.outsideCeptoars > 0 ? (
                  <table className="self-start">
                    <caption className="mb-1 text-start font-bold">{t('byCeptoar')}</caption>
                    <tbody>
                      {audience.byCeptoar.map(ceptoar => row(ceptoar.name, ceptoar.recipients))}
                      {audience.outsideCeptoars > 0 ? row(t('outside'), audience.outsideCeptoars) : null}
                    </tbody>
                  </table>
                ) : null}
              </div>
            </>
          );
        }}
      </Answered>
    </Part>
  );
}
