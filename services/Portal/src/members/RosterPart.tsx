import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Pick } from '@/app/ui/Pick';
import { Time } from '@/app/ui/Time';
import { Buttons } from './ContactsPart';
import { ofField, toField } from './japanTime';
import { changed, type May, type Organisation, peopleQuery } from './members';
import { Saved } from './Saved';
import { texts } from './texts';
import { useEditing } from './useEditing';

type Roster = Schemas['GetRosterView'];

/** Whose turn it is when, and who is away. */
export function RosterPart({ organisation, may }: { organisation: Organisation; may: May }) {
  const t = useTexts(texts);
  const { id } = organisation;
  const editing = useEditing<Roster>();
  const people = useQuery(peopleQuery(id));
  const query = useQuery({
    queryKey: ['organisation', id, 'roster'],
    queryFn: ({ signal }) => answer(api.GET('/api/organisations/{id}/roster', { params: { path: { id } }, signal })),
  });
  const nameOf = (personId: string) => people.data?.find(p => p.id === personId)?.name ?? '–';
  const kindOf = (kind: string) => t(kind === 'deputy' ? 'turnKinds.deputy' : 'turnKinds.duty');
  return (
    <Card title={t('turns')}>
      <p className="mb-3 text-sm text-solid-gray-700">{t('rosterWhat')}</p>
      <Saved said={editing.said} />
      <Answered query={query}>
        {roster =>
          editing.open ? (
            <RosterForm
              id={id}
              roster={editing.open}
              people={(people.data ?? []).filter(p => p.state !== 'removed')}
              onClose={editing.close}
            />
          ) : (
            <>
              {roster.entries.length === 0 ? <p>{t('noTurns')}</p> : null}
              <ul>
                {roster.entries.map(turn => (
                  <li key={turn.personId + turn.from} className="border-t border-solid-gray-300 py-2">
                    <strong>{kindOf(turn.kind)}</strong> {nameOf(turn.personId)}
                    <span className="block text-sm">
                      <Time at={turn.from} relative={false} /> – <Time at={turn.until} relative={false} />
                    </span>
                  </li>
                ))}
              </ul>
              <h3 className="mt-4 text-lg">{t('absences')}</h3>
              {roster.absences.length === 0 ? <p>{t('noAbsences')}</p> : null}
              <ul>
                {roster.absences.map(away => (
                  <li key={away.personId + away.from} className="border-t border-solid-gray-300 py-2">
                    {nameOf(away.personId)}
                    <span className="block text-sm">
                      <Time at={away.from} relative={false} /> – <Time at={away.until} relative={false} />
                    </span>
                  </li>
                ))}
              </ul>
              {may.roster && people.data ? (
                people.data.length === 0 ? (
                  <p className="mt-3 font-bold">{t('noPeople')}</p>
                ) : (
                  <Button look="secondary" className="mt-3" onPress={() => editing.begin(roster)}>
                    {t('edit')}
                  </Button>
                )
              ) : null}
            </>
          )
        }
      </Answered>
    </Card>
  );
}

interface Line {
  key: string;
  personId: string;
  kind: string;
  from: string;
  until: string;
}

function RosterForm({
  id,
  roster,
  people,
  onClose,
}: {
  id: string;
  roster: Roster;
  people: readonly Schemas['GetPersonView'][];
  onClose: (saved?: boolean) => void;
}) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const line = (of: { personId: string; kind?: string; from: string; until: string }): Line => ({
    key: crypto.randomUUID(),
    personId: of.personId,
    kind: of.kind ?? 'absence',
    from: toField(of.from),
    until: toField(of.until),
  });
  const [entries, setEntries] = useState<readonly Line[]>(() => roster.entries.map(line));
  const [absences, setAbsences] = useState<readonly Line[]>(() => roster.absences.map(line));
  const write = useWrite(
    (body: Schemas['SetRosterCommand'], keyed) =>
      answer(api.PUT('/api/organisations/{id}/roster', { params: { path: { id } }, body, ...keyed })),
    { onDone: () => changed(queries, id).then(() => onClose(true)) },
  );
  const fresh = (kind: string): Line => {
    const now = Date.now();
    return line({
      personId: people[0]?.id ?? '',
      kind,
      from: new Date(now).toISOString(),
      until: new Date(now + 86_400_000).toISOString(),
    });
  };
  const send = () =>
    write.send({
      entries: entries.map(e => ({ personId: e.personId, kind: e.kind, from: ofField(e.from), until: ofField(e.until) })),
      absences: absences.map(a => ({ personId: a.personId, from: ofField(a.from), until: ofField(a.until) })),
    });
  return (
    <HubForm problem={write.error} onSubmit={send}>
      <Lines name="entries" lines={entries} people={people} onChange={setEntries} />
      <Button look="secondary" className="self-start" onPress={() => setEntries([...entries, fresh('duty')])}>
        {t('addTurn')}
      </Button>
      <h3 className="text-lg">{t('absences')}</h3>
      <Lines name="absences" lines={absences} people={people} onChange={setAbsences} />
      <Button look="secondary" className="self-start" onPress={() => setAbsences([...absences, fresh('absence')])}>
        {t('addAbsence')}
      </Button>
      <Buttons isPending={write.isPending} onCancel={() => onClose()} />
    </HubForm>
  );
}

function Lines({
  name,
  lines,
  people,
  onChange,
}: {
  name: 'entries' | 'absences';
  lines: readonly Line[];
  people: readonly Schemas['GetPersonView'][];
  onChange: (lines: readonly Line[]) => void;
}) {
  const t = useTexts(texts);
  const put = (key: string, part: Partial<Line>) => onChange(lines.map(l => (l.key === key ? { ...l, ...part } : l)));
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line, place) => (
        <li key={line.key} className="grid grid-cols-1 gap-3 rounded-lg border border-solid-gray-420 p-3 md:grid-cols-2">
          <Pick
            name={`${name}[${place}].personId`}
            label={t('person')}
            value={line.personId}
            onChange={personId => put(line.key, { personId })}
            options={people.map(p => ({ value: p.id, label: p.name }))}
          />
          {name === 'entries' ? (
            <Pick
              name={`${name}[${place}].kind`}
              label={t('kind')}
              value={line.kind}
              onChange={kind => put(line.key, { kind })}
              options={[
                { value: 'duty', label: t('turnKinds.duty') },
                { value: 'deputy', label: t('turnKinds.deputy') },
              ]}
            />
          ) : null}
          {(['from', 'until'] as const).map(end => (
            <TextInput
              key={end}
              name={`${name}[${place}].${end}`}
              type="datetime-local"
              label={t(end)}
              value={line[end]}
              onChange={at => put(line.key, { [end]: at })}
            />
          ))}
          <Button
            look="quiet"
            className="justify-self-start"
            aria-label={t('removeTurn', { person: people.find(p => p.id === line.personId)?.name ?? '' })}
            onPress={() => onChange(lines.filter(l => l.key !== line.key))}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
