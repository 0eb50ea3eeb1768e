import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { useMe } from '@/app/session/useSession';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { Page } from '@/app/ui/Page';
import { Time, useNow } from '@/app/ui/Time';
import { japanTime } from '@/app/ui/time';
import { ceptoarsQuery } from '@/directory/directory';
import { inboxKey } from '@/inbox/inbox';
import { Paces } from './Paces';
import { useCeptoarName } from './RelayDeskPage';
import { largeScaleQuery, type RelayRule, relayRulesQuery } from './relay';
import { keepsRule, wholeOf } from './rules';
import { texts } from './texts';

/** When an advisory goes on, CEPTOAR by CEPTOAR; who keeps a rule changes it here. */
export function RelayRulesPage() {
  const t = useTexts(texts);
  const query = useQuery(relayRulesQuery);
  const [said, setSaid] = useState('');
  return (
    <Page title={t('rulesTitle')}>
      <p className="mb-4">{t('rulesWhat')}</p>
      <LargeScaleWord />
      <p role="status" className={said ? 'mb-4 rounded-lg border-2 border-green-900 bg-white p-3 font-bold text-green-1000' : ''}>
        {said}
      </p>
      <Answered query={query}>{({ items }) => <Rules rules={items} onSaved={() => setSaid(`✓ ${t('saved')}`)} />}</Answered>
      <Paces />
    </Page>
  );
}

function LargeScaleWord() {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const mode = useQuery(largeScaleQuery).data;
  if (!mode) return null;
  return (
    <div className={`card mb-4 ${mode.on ? 'border-2 border-orange-1000 font-bold' : ''}`}>
      <p>{mode.on ? t('largeScaleOn') : t('largeScaleOff')}</p>
      {mode.on && mode.since ? (
        <p>{t('largeScaleSince', { time: japanTime(new Date(mode.since), language, now), reason: mode.reason ?? '' })}</p>
      ) : null}
    </div>
  );
}

const hops = ['secretariat', 'members', 'secondHop'] as const;
const modes = ['manual', 'timed', 'automatic'] as const;
const hopOf = (rule: RelayRule) => hops.find(h => h === rule.hop) ?? 'members';
const modeOf = (rule: RelayRule) => modes.find(m => m === rule.mode) ?? 'manual';

function Rules({ rules, onSaved }: { rules: readonly RelayRule[]; onSaved: () => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const name = useCeptoarName();
  const ceptoars = useQuery(ceptoarsQuery).data ?? [];
  const [changing, setChanging] = useState<RelayRule>();
  const codes = [...new Set(rules.map(rule => rule.ceptoar))];
  return (
    <div className="flex flex-col gap-4">
      {codes.map(code => (
        <Card key={code} title={name(code)}>
          <ul>
            {rules
              .filter(rule => rule.ceptoar === code)
              .map(rule => (
                <li
                  key={rule.hop}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-solid-gray-300 py-2"
                >
                  <div>
                    <h3 className="text-base">{t(`hopRule.${hopOf(rule)}`)}</h3>
                    <p>
                      <strong>
                        {t(`modes.${modeOf(rule)}`)}
                        {rule.afterMinutes === null ? '' : `（${t('afterMinutes', { count: rule.afterMinutes })}）`}
                      </strong>
                    </p>
                    <p className="text-sm text-solid-gray-700">
                      {rule.changedAt ? (
                        <>
                          {t('changed')}: <Time at={rule.changedAt} />
                        </>
                      ) : (
                        t('standard')
                      )}
                    </p>
                  </div>
                  {keepsRule(me, rule, ceptoars) ? (
                    <Button
                      look="secondary"
                      aria-label={t('changeOf', { ceptoar: name(code), hop: t(`hopRule.${hopOf(rule)}`) })}
                      onPress={() => setChanging(rule)}
                    >
                      {t('change')}
                    </Button>
                  ) : (
                    <span className="text-sm text-solid-gray-700">
                      {t(rule.hop === 'secretariat' ? 'keptBy.secretariat' : 'keptBy.other')}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </Card>
      ))}
      {changing ? (
        <ChangeDialogue
          rule={changing}
          onClose={() => setChanging(undefined)}
          onSaved={() => {
            setChanging(undefined);
            onSaved();
          }}
        />
      ) : null}
    </div>
  );
}

function ChangeDialogue({ rule, onClose, onSaved }: { rule: RelayRule; onClose: () => void; onSaved: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const name = useCeptoarName();
  const [mode, setMode] = useState(rule.mode);
  const [minutes, setMinutes] = useState(String(rule.afterMinutes ?? 30));
  const change = useWrite(
    (body: Schemas['ChangeRelayRuleCommand'], keyed) =>
      answer(api.PUT('/api/relay-rules/{ceptoar}/{hop}', { params: { path: { ceptoar: rule.ceptoar, hop: rule.hop } }, body, ...keyed })),
    {
      onDone: async () => {
        await queries.invalidateQueries({ queryKey: relayRulesQuery.queryKey });
        void queries.invalidateQueries({ queryKey: inboxKey });
        onSaved();
      },
    },
  );
  return (
    <Dialogue title={t('changeOf', { ceptoar: name(rule.ceptoar), hop: t(`hopRule.${hopOf(rule)}`) })} isOpen onClose={onClose}>
      <HubForm problem={change.error} onSubmit={() => change.send({ mode, afterMinutes: mode === 'timed' ? wholeOf(minutes) : null })}>
        <Choice
          name="mode"
          label={t('mode')}
          value={mode}
          onChange={setMode}
          options={modes.map(value => ({ value, label: t(`modes.${value}`), explanation: t(`modesWhat.${value}`) }))}
        />
        {mode === 'timed' ? (
          <TextInput
            name="afterMinutes"
            label={t('minutes')}
            explanation={t('minutesWhat')}
            inputMode="numeric"
            value={minutes}
            onChange={setMinutes}
          />
        ) : null}
        <FormButtons does={t('save')} isPending={change.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}
