import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Time } from '@/app/ui/Time';
import { Saved } from '@/members/Saved';
import { consentQuery, renewDrills } from './drills';
import { texts } from './texts';

/** Whether the own organisation takes part in drills, with what that means; without its word nobody can choose it. */
export function Consent() {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const query = useQuery(consentQuery);
  const [said, setSaid] = useState('');
  const give = useWrite((agreed: boolean, keyed) => answer(api.PUT('/api/drills/consent', { body: { agreed }, ...keyed })), {
    onDone: () => {
      setSaid(t('consent.saved'));
      return renewDrills(queries);
    },
  });
  return (
    <Card title={t('consent.title')}>
      <Answered query={query}>
        {({ agreed, how, at }) => (
          <>
            <p className="text-lg font-bold">
              {agreed === null ? t('consent.unknown') : agreed ? `✓ ${t('consent.yes')}` : `✗ ${t('consent.no')}`}
            </p>
            {at ? (
              <p className="text-sm text-solid-gray-700">
                {how ? t('consent.how', { how }) : ''} <Time at={at} />
              </p>
            ) : null}
            <p className="mt-3">{t('consent.what')}</p>
            <p className="mt-2 text-sm text-solid-gray-700">{t('consent.change')}</p>
            <Saved said={said} />
            {give.error ? <ProblemNotice problem={give.error} /> : null}
            <div className="mt-4 flex flex-wrap gap-3">
              {agreed === true ? null : (
                <Button isPending={give.isPending} onPress={() => give.send(true)}>
                  {t('consent.agree')}
                </Button>
              )}
              {agreed === false ? null : (
                <Button look="secondary" isPending={give.isPending} onPress={() => give.send(false)}>
                  {t('consent.refuse')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answered>
    </Card>
  );
}
