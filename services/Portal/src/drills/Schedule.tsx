import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useTexts } from '@/app/language';
import { has } from '@/app/roles';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Check } from '@/app/ui/fields';
import { type Column, Table } from '@/app/ui/Table';
import { ceptoarsQuery } from '@/directory/directory';
import { Saved } from '@/members/Saved';
import { Acts } from './Acts';
import { campaignTexts } from './campaignTexts';
import type { Campaign, DrillItem } from './drills';
import { ChangeDialogue, PlanDialogue } from './PlanDialogue';
import { StateMark, When } from './parts';
import { isFree, rowsOf } from './schedule';
import { texts } from './texts';

interface Named {
  code: string;
  name: string;
}

/** Each CEPTOAR with its drill in this campaign: when, how it stands, and what its conductor can do with it. */
export function Schedule({ campaign }: { campaign: Campaign }) {
  const t = useTexts(campaignTexts);
  const language = useLanguage();
  const conducts = has(useMe(), 'controller');
  const query = useQuery(ceptoarsQuery);
  const [said, setSaid] = useState('');
  return (
    <Card title={t('schedule.title')}>
      <p className="mb-3">{t('schedule.what')}</p>
      <Saved said={said} />
      <Answered query={query}>
        {ceptoars => {
          const named = ceptoars.map(c => ({ code: c.code, name: language === 'en' ? c.nameEn : c.name }));
          const rows = rowsOf(named, campaign.drills);
          return conducts ? (
            <Plan campaign={campaign} rows={rows} onSaid={setSaid} />
          ) : (
            <DrillsByCeptoar rows={rows.filter(row => row.drills.length > 0)} more={[]} />
          );
        }}
      </Answered>
    </Card>
  );
}

type Row = ReturnType<typeof rowsOf<Named>>[number];

function Plan({ campaign, rows, onSaid }: { campaign: Campaign; rows: readonly Row[]; onSaid: (said: string) => void }) {
  const t = useTexts(campaignTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [planning, setPlanning] = useState<readonly Named[]>();
  const [changing, setChanging] = useState<DrillItem>();
  const free = rows.filter(row => isFree(row.drills)).map(row => row.ceptoar);
  const picked = free.filter(c => chosen.includes(c.code));
  const begin = (which: readonly Named[]) => {
    onSaid('');
    setPlanning(which);
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-3">
        <Button isDisabled={picked.length === 0} onPress={() => begin(picked)}>
          {t('schedule.planMany', { count: picked.length })}
        </Button>
        <Button look="quiet" onPress={() => setChosen(free.map(c => c.code))}>
          {t('schedule.chooseFree')}
        </Button>
        <Button look="quiet" onPress={() => setChosen([])}>
          {t('schedule.chooseNone')}
        </Button>
      </div>
      <DrillsByCeptoar
        rows={rows}
        more={[
          {
            head: t('schedule.actions'),
            cell: ({ ceptoar, drills }) => (
              <div className="flex flex-wrap gap-2">
                {drills
                  .filter(drill => drill.state === 'planned' || drill.state === 'running')
                  .map(drill => (
                    <div key={drill.id} className="flex flex-wrap gap-2">
                      {drill.state === 'planned' ? (
                        <Button
                          look="secondary"
                          aria-label={t('schedule.changeOf', { ceptoar: ceptoar.name })}
                          onPress={() => {
                            onSaid('');
                            setChanging(drill);
                          }}
                        >
                          {t('schedule.change')}
                        </Button>
                      ) : null}
                      <Acts drill={drill} onSaid={onSaid} />
                    </div>
                  ))}
                {isFree(drills) ? (
                  <>
                    <Check
                      aria-label={t('schedule.chooseOf', { ceptoar: ceptoar.name })}
                      isSelected={chosen.includes(ceptoar.code)}
                      onChange={on => setChosen(now => (on ? [...now, ceptoar.code] : now.filter(code => code !== ceptoar.code)))}
                    >
                      {t('schedule.choose')}
                    </Check>
                    <Button look="secondary" aria-label={t('schedule.planOf', { ceptoar: ceptoar.name })} onPress={() => begin([ceptoar])}>
                      {t('schedule.plan')}
                    </Button>
                  </>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      {planning ? (
        <PlanDialogue
          campaignId={campaign.id}
          ceptoars={planning}
          onClose={() => setPlanning(undefined)}
          onDone={count => {
            setPlanning(undefined);
            setChosen([]);
            onSaid(t('schedule.planned', { count }));
          }}
        />
      ) : null}
      {changing ? (
        <ChangeDialogue
          key={changing.id}
          drill={changing}
          onClose={() => setChanging(undefined)}
          onDone={() => {
            setChanging(undefined);
            onSaid(t('schedule.changed', { ceptoar: changing.ceptoarName }));
          }}
        />
      ) : null}
    </>
  );
}

function DrillsByCeptoar({ rows, more }: { rows: readonly Row[]; more: readonly Column<Row>[] }) {
  const t = useTexts(campaignTexts);
  const td = useTexts(texts);
  return (
    <Table
      caption={t('schedule.title')}
      rows={rows}
      keyOf={row => row.ceptoar.code}
      columns={[
        { head: td('ceptoar'), cell: row => row.ceptoar.name },
        {
          head: t('schedule.own'),
          cell: row =>
            row.drills.length === 0
              ? t('schedule.none')
              : row.drills.map(drill => (
                  <p key={drill.id} className="mb-2">
                    <StateMark state={drill.state} />{' '}
                    <Link
                      to="/drills/$id"
                      params={{ id: drill.id }}
                      className="link"
                      aria-label={td('openOf', { ceptoar: row.ceptoar.name })}
                    >
                      {td('open')}
                    </Link>
                    <span className="block">
                      <When drill={drill} />
                    </span>
                    <span className="block text-sm">{td('participants', { count: drill.participants })}</span>
                  </p>
                )),
        },
        ...more,
      ]}
    />
  );
}
