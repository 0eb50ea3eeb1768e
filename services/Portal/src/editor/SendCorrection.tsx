import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Advisory } from '@/advisory/advisory';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { texts as appTexts } from '@/app/texts';
import { Button } from '@/app/ui/Button';
import { Dialogue } from '@/app/ui/Dialogue';
import { number } from '@/app/ui/time';
import type { contentOf } from './form';
import { texts } from './texts';

type Correction = ReturnType<typeof contentOf> & { tlp: Schemas['Tlp'] | null; revision: number };

/** A new version for those who got the earlier one. What the hub refuses of it stands in the dialogue, by field. */
export function SendCorrection({
  id,
  recipients,
  body,
  onDone,
  isDisabled,
}: {
  id: string;
  recipients: Advisory;
  body: Correction;
  onDone: (receipt: Schemas['ReleaseAdvisoryReceipt']) => void;
  isDisabled: boolean;
}) {
  const t = useTexts(texts);
  const app = useTexts(appTexts);
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  const reach = useQuery({
    queryKey: ['reach', recipients.id],
    queryFn: ({ signal }) => answer(api.GET('/api/advisories/{id}/reach', { params: { path: { id } }, signal })),
  });
  const correct = useWrite(
    (correction: Correction, keyed) =>
      answer(api.POST('/api/advisories/{id}/versions', { params: { path: { id } }, body: correction, ...keyed })),
    {
      onDone: receipt => {
        setSure(false);
        onDone(receipt);
      },
    },
  );
  return (
    <>
      <Button isDisabled={isDisabled} onPress={() => setSure(true)}>
        {t('correctSend')}
      </Button>
      <Dialogue title={t('correctSend')} isOpen={sure} onClose={() => setSure(false)}>
        {correct.error ? <ProblemNotice problem={correct.error} /> : null}
        <p className="my-3 text-lg font-bold">{t('correctSure', { count: reach.data ? number(reach.data.recipients, language) : '…' })}</p>
        <div className="flex flex-wrap gap-3">
          <Button isPending={correct.isPending} onPress={() => correct.send(body)}>
            {t('correctSend')}
          </Button>
          <Button look="quiet" onPress={() => setSure(false)}>
            {app('cancel')}
          </Button>
        </div>
      </Dialogue>
    </>
  );
}
