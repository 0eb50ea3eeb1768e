import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { Choice, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import { type Candidate, renewDrills } from './drills';
import { texts } from './texts';

/** What a member told its secretariat by telephone or otherwise: whether it takes part. */
export function RecordConsent({ of, onClose, onDone }: { of: Candidate; onClose: () => void; onDone: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [agreed, setAgreed] = useState('');
  const [how, setHow] = useState('');
  const record = useWrite(
    (one: { agreed: boolean | null; how: string }, keyed) =>
      answer(api.PUT('/api/drills/consents', { body: { consents: [{ organisationId: of.organisationId, ...one }] }, ...keyed })),
    {
      onDone: async () => {
        await renewDrills(queries);
        onDone();
      },
    },
  );
  return (
    <Dialogue title={t('chosen.recordOf', { name: of.name })} isOpen onClose={onClose}>
      <HubForm problem={record.error} onSubmit={() => record.send({ agreed: agreed === '' ? null : agreed === 'yes', how })}>
        <p>{t('chosen.recordWhat')}</p>
        <Choice
          name="consents[0].agreed"
          label={t('chosen.said')}
          isRequired
          value={agreed}
          onChange={setAgreed}
          options={[
            { value: 'yes', label: t('consent.agree') },
            { value: 'no', label: t('consent.refuse') },
          ]}
        />
        <TextInput
          name="consents[0].how"
          label={t('chosen.how')}
          explanation={t('chosen.howWhat')}
          isRequired
          value={how}
          onChange={setHow}
        />
        <FormButtons does={t('chosen.record')} isPending={record.isPending} onCancel={onClose} />
      </HubForm>
    </Dialogue>
  );
}
