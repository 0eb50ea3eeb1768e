import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Checks } from '@/app/ui/Checks';
import { Check } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import type { Difference } from '@/app/ui/TwoWrote';
import { Saved } from '@/members/Saved';
import { type Custom, customFormOf, customOf, drillChannels } from './custom';
import { type Drill, drillQuery, renewDrills } from './drills';
import { TextFields, useTextEntry } from './TextFields';
import { textFields } from './text';
import { texts } from './texts';
import { useDrillChannel } from './useFaultWords';
import { useTwoWrote } from './useTwoWrote';

/** A CEPTOAR says the drill its own way: text, answer wanted or not, route, channels it does without. */
export function Customise({ drill }: { drill: Drill }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const channel = useDrillChannel();
  const [base, setBase] = useState(drill);
  const [form, setForm] = useState(() => customFormOf(drill));
  const [said, setSaid] = useState('');
  const change = (part: Partial<Custom>) => setForm(old => ({ ...old, ...part }));
  const write = useWrite(
    (body: Schemas['ChangeDrillCommand'], keyed) =>
      answer(api.PUT('/api/drills/{id}', { params: { path: { id: drill.id } }, body, ...keyed })),
    {
      onDone: kept => {
        setBase(kept);
        setSaid(t('customise.saved'));
        return renewDrills(queries);
      },
    },
  );
  const send = (over = base) => {
    setSaid('');
    write.send({ ...customOf(form), revision: over.revision });
  };
  const differences = useDifferences();
  const two = useTwoWrote<Drill>(write, base, {
    read: () => queries.fetchQuery({ ...drillQuery(drill.id), staleTime: 0 }),
    touched: newest => JSON.stringify(customFormOf(newest)) !== JSON.stringify(customFormOf(base)),
    differences: theirs => differences(customFormOf(theirs), form),
    take: theirs => {
      setBase(theirs);
      setForm(customFormOf(theirs));
    },
    keep: theirs => {
      setBase(theirs);
      send(theirs);
    },
  });
  return (
    <Card title={t('customise.title')}>
      <p className="mb-4">{t('customise.what')}</p>
      <HubForm problem={two.problem} onSubmit={() => send()}>
        {two.question}
        <TextFields form={form.text} own onChange={part => change({ text: { ...form.text, ...part } })} />
        <div className="flex flex-col">
          <Check isSelected={form.twoWay} onChange={twoWay => change({ twoWay })}>
            {t('drill.twoWay')}
            <span className="block text-sm text-solid-gray-700">{t('customise.twoWayWhat')}</span>
          </Check>
          <Check isSelected={form.withoutLiaison} onChange={withoutLiaison => change({ withoutLiaison })}>
            {t('customise.withoutLiaison')}
            <span className="block text-sm text-solid-gray-700">{t('drill.withoutLiaison')}</span>
          </Check>
          <Check isSelected={form.contentInMail} onChange={contentInMail => change({ contentInMail })}>
            {t('drill.contentInMail')}
          </Check>
        </div>
        <Checks
          name="channelsOff"
          label={t('drill.channelsOff')}
          explanation={t('customise.channelsWhat')}
          columns
          value={form.channelsOff}
          onChange={channelsOff => change({ channelsOff: channelsOff.sort() })}
          options={drillChannels.map(value => ({ value, label: channel(value) }))}
        />
        <Saved said={said} />
        <Button type="submit" isPending={write.isPending} className="self-start px-8">
          {t('customise.save')}
        </Button>
      </HubForm>
    </Card>
  );
}

function useDifferences(): (theirs: Custom, mine: Custom) => Difference[] {
  const t = useTexts(texts);
  const entry = useTextEntry();
  const channel = useDrillChannel();
  return (theirs, mine) => [
    ...textFields
      .filter(field => theirs.text[field] !== mine.text[field])
      .map(field => ({ field: entry.name(field), theirs: entry.said(theirs.text, field), mine: entry.said(mine.text, field) })),
    ...(
      [
        ['twoWay', t('drill.twoWay'), t('drill.oneWay')],
        ['withoutLiaison', t('drill.withoutLiaison'), t('drill.withLiaison')],
        ['contentInMail', t('drill.contentInMail'), t('drill.noContentInMail')],
      ] as const
    )
      .filter(([field]) => theirs[field] !== mine[field])
      .map(([field, yes, no]) => ({ field: t('drill.way'), theirs: theirs[field] ? yes : no, mine: mine[field] ? yes : no })),
    ...(theirs.channelsOff.join() === mine.channelsOff.join()
      ? []
      : [
          {
            field: t('drill.channelsOff'),
            theirs: theirs.channelsOff.map(channel).join('・'),
            mine: mine.channelsOff.map(channel).join('・'),
          },
        ]),
  ];
}
