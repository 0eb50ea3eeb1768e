import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Loading } from '@/app/ui/Loading';
import { Pick } from '@/app/ui/Pick';
import { Table } from '@/app/ui/Table';
import { useNow } from '@/app/ui/Time';
import { japanTime, number } from '@/app/ui/time';
import { campaignTexts } from './campaignTexts';
import { type Campaign, type Rehearsal, rehearsalQuery, rehearsalsQuery, renewDrills } from './drills';
import { confirmedShare, rate } from './figures';
import { useCeptoarName } from './parts';
import { Results } from './Results';
import { useFaultWords } from './useFaultWords';

const route = getRouteApi('/frame/drills/campaigns/$id');

/** Dress rehearsals: played with simulated participants, to see the holes before the day. */
export function Rehearsals({ campaign }: { campaign: Campaign }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const now = useNow();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const { rehearsal: chosen } = route.useSearch();
  const [seed, setSeed] = useState('1');
  const list = useQuery(rehearsalsQuery(campaign.id));
  const show = (rehearsal: string) => navigate({ search: { part: 'rehearsals', rehearsal }, replace: true, resetScroll: false });
  const run = useWrite(
    (body: { seed: number | null }, keyed) =>
      answer(api.POST('/api/drills/campaigns/{campaignId}/rehearsals', { params: { path: { campaignId: campaign.id } }, body, ...keyed })),
    {
      onDone: async ({ id }) => {
        await show(id);
        await renewDrills(queries);
      },
    },
  );
  const shown = chosen ?? list.data?.[0]?.id;
  return (
    <div className="flex flex-col gap-6">
      <Card title={t('parts.rehearsals')}>
        <p className="mb-4">{t('rehearsal.what')}</p>
        <HubForm problem={run.error} onSubmit={() => run.send({ seed: seedOf(seed) })}>
          <TextInput
            name="seed"
            label={t('rehearsal.seed')}
            explanation={t('rehearsal.seedWhat')}
            inputMode="numeric"
            isRequired
            value={seed}
            onChange={setSeed}
          />
          <Button type="submit" isPending={run.isPending} className="self-start">
            {t('rehearsal.run')}
          </Button>
        </HubForm>
      </Card>
      <Answered query={list}>
        {items =>
          items.length === 0 ? (
            <p className="card">{t('rehearsal.none')}</p>
          ) : (
            <div className="max-w-md">
              <Pick
                label={t('rehearsal.pick')}
                value={shown ?? ''}
                onChange={id => void show(id)}
                options={items.map(item => ({
                  value: item.id,
                  label: t('rehearsal.pickOf', { seed: String(item.seed), time: japanTime(new Date(item.askedAt), language, now) }),
                }))}
              />
            </div>
          )
        }
      </Answered>
      {shown ? <One campaignId={campaign.id} id={shown} /> : null}
    </div>
  );
}

/** A whole number that the hub takes, else null. */
function seedOf(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^-?\d{1,9}$/.test(digits) ? Number(digits) : null;
}

function One({ campaignId, id }: { campaignId: string; id: string }) {
  const t = useTexts(campaignTexts);
  const query = useQuery(rehearsalQuery(campaignId, id));
  return (
    <Answered query={query}>
      {rehearsal =>
        rehearsal.state === 'planning' ? (
          <div role="status">
            <p>{t('rehearsal.planning')}</p>
            <Loading />
          </div>
        ) : (
          <Outcome rehearsal={rehearsal} />
        )
      }
    </Answered>
  );
}

function Outcome({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const ceptoar = useCeptoarName();
  return (
    <>
      <Card title={t('rehearsal.figures')}>
        <Table
          caption={t('rehearsal.figures')}
          rows={rehearsal.drills.flatMap(({ figures, ...drill }) => (figures ? [{ ...drill, figures }] : []))}
          keyOf={drill => drill.drillId}
          columns={[
            { head: t('rehearsal.ceptoar'), cell: drill => ceptoar(drill.ceptoar) },
            { head: t('rehearsal.participants'), cell: drill => number(drill.figures.participants, language) },
            { head: t('rehearsal.confirmed'), cell: drill => number(drill.figures.confirmed, language) },
            { head: t('rehearsal.rate'), cell: drill => rate(confirmedShare(drill.figures)) },
            { head: t('rehearsal.holes'), cell: drill => t('rehearsal.holesCount', { count: drill.holes.length }) },
          ]}
        />
      </Card>
      {rehearsal.drills.map(({ drillId, ceptoar: code, figures, holes }) => (
        <Card key={drillId} title={ceptoar(code)}>
          <Fold title={t('rehearsal.figures')}>
            {figures ? (
              <div className="flex flex-col gap-6">
                <Results figures={figures} />
              </div>
            ) : null}
          </Fold>
          <h3 className="mt-4 mb-2 text-lg">{t('rehearsal.holes')}</h3>
          <Holes holes={holes} />
        </Card>
      ))}
    </>
  );
}

/** What is folded away is not drawn: a CEPTOAR has thousands of members. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{title}</summary>
      {open ? children : null}
    </details>
  );
}

function Holes({ holes }: { holes: Rehearsal['drills'][number]['holes'] }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const fault = useFaultWords();
  if (holes.length === 0) return <p>{t('rehearsal.holesNone')}</p>;
  const counts = new Map<string, number>();
  for (const { code } of holes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (
    <>
      <Table
        caption={t('rehearsal.holes')}
        rows={[...counts].sort(([, some], [, others]) => others - some)}
        keyOf={([code]) => code}
        columns={[
          { head: t('rehearsal.why'), cell: ([code]) => fault(code) },
          { head: t('rehearsal.participants'), cell: ([, count]) => number(count, language) },
        ]}
      />
      <Fold title={t('rehearsal.holesList')}>
        <Table
          caption={t('rehearsal.holesList')}
          rows={holes}
          keyOf={hole => hole.organisationId + hole.code}
          columns={[
            { head: t('rehearsal.organisation'), cell: hole => hole.name },
            { head: t('rehearsal.why'), cell: hole => fault(hole.code) },
          ]}
        />
      </Fold>
    </>
  );
}
