import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '@/api/client';
import { taxonomy } from '@/api/taxonomy';
import { useCodes } from '@/app/codes';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Facts } from '@/app/ui/Facts';
import { Page } from '@/app/ui/Page';
import { SaveFile } from '@/app/ui/SaveFile';
import { number } from '@/app/ui/time';
import { DirectorySections } from './DirectorySections';
import { ceptoarsQuery } from './directory';
import { texts } from './texts';

/** The map of the CEPTOARs, sector by sector. */
export function MapPage() {
  const t = useTexts(texts);
  const name = useCodes();
  const query = useQuery({
    queryKey: ['ceptoars', 'map'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/ceptoars/map', { signal }))).items,
    staleTime: 5 * 60_000,
  });
  return (
    <Page
      title={t('map')}
      above={<DirectorySections />}
      aside={
        <div className="not-printed flex flex-wrap gap-3">
          <SaveCsv />
          <Button look="secondary" onPress={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      }
    >
      <p className="mb-6">{t('mapLead')}</p>
      <Answered query={query}>
        {items => (
          <div className="flex flex-col gap-8">
            {Object.keys(taxonomy.sectors).map(sector => {
              const own = items.filter(item => item.sector === sector);
              return (
                <section key={sector} aria-labelledby={`sector-${sector}`}>
                  <h2 id={`sector-${sector}`} className="mb-3 text-xl">
                    {name('sectors', sector)}
                  </h2>
                  {own.length === 0 ? <p className="text-solid-gray-700">{t('noCeptoar')}</p> : null}
                  <ul className="flex flex-col gap-3">
                    {own.map(item => (
                      <Ceptoar key={item.code} ceptoar={item} />
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Ceptoar({ ceptoar }: { ceptoar: Schemas['GetCeptoarMapView'] }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { data: named } = useQuery(ceptoarsQuery);
  const nameEn = named?.find(other => other.code === ceptoar.code)?.nameEn;
  return (
    <li className="card break-inside-avoid">
      <h3 className="mb-3 text-lg">{(language === 'en' && nameEn) || ceptoar.name}</h3>
      <Facts
        facts={[
          [t('secretariat'), ceptoar.desk ? `${ceptoar.secretariat}　${ceptoar.desk}` : ceptoar.secretariat],
          [t('ministry'), ceptoar.ministry],
          [
            t('members'),
            ceptoar.members === null
              ? t('membersBand', { band: ceptoar.sizeBand })
              : t('membersExact', { count: number(ceptoar.members, language) }),
          ],
          [t('memberKinds'), ceptoar.memberKinds ?? t('settling')],
          [t('information'), ceptoar.information ?? t('settling')],
          [t('contactMeans'), ceptoar.contactMeans.join('・')],
          [t('handling'), ceptoar.handlingRules ?? t('settling')],
        ]}
      />
    </li>
  );
}

function SaveCsv() {
  const t = useTexts(texts);
  return <SaveFile path="/api/ceptoars/map?format=csv" accept="text/csv" name="ceptoars.csv" label={t('mapCsv')} />;
}
