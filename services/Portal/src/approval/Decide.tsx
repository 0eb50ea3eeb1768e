import { useState } from 'react';
import type { Schemas } from '@/api/client';
import type { Problem } from '@/api/problem';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { FormButtons } from '@/app/ui/FormButtons';
import { Check, TextInput } from '@/app/ui/fields';
import { HubForm } from '@/app/ui/HubForm';
import type { Rendition } from './spans';
import { texts } from './texts';

/** Approve exactly what is shown, write it anew, or keep it in. */
export function Decide({
  rendition,
  files,
  decide,
  firstDone,
}: {
  rendition: Rendition;
  files: readonly Schemas['FileChoice'][];
  decide: { send: (body: Schemas['DecideRenditionCommand']) => void; isPending: boolean; error: Problem | null };
  firstDone: boolean;
}) {
  const t = useTexts(texts);
  const wide = rendition.tlp === 'GREEN' || rendition.tlp === 'CLEAR';
  const [narrative, setNarrative] = useState(!wide);
  const [editing, setEditing] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const [title, setTitle] = useState(rendition.narrative.title);
  const [body, setBody] = useState(rendition.narrative.body);
  const { hash } = rendition;
  const said = { hash, title: null, body: null, narrative: null, comment: null, files: null };
  const first = rendition.risk.level === 'high' && !firstDone;
  if (editing) {
    return (
      <Card title={t('edit')}>
        <p className="mb-4">{t('editHow')}</p>
        <HubForm problem={decide.error} onSubmit={() => decide.send({ ...said, decision: 'edit', title, body })}>
          <TextInput name="title" label={t('editTitle')} isRequired maxLength={200} value={title} onChange={setTitle} autoFocus />
          <TextInput name="body" label={t('editBody')} isRequired rows={12} value={body} onChange={setBody} />
          <FormButtons does={t('editSend')} isPending={decide.isPending} onCancel={() => setEditing(false)} />
        </HubForm>
      </Card>
    );
  }
  return (
    <Card title={t('decide')} className="not-printed border-2 border-blue-900">
      {decide.error && !refusing ? <ProblemNotice problem={decide.error} /> : null}
      <Check isSelected={narrative} onChange={setNarrative}>
        <strong>{t('narrative')}</strong>
        <span className="block text-sm text-solid-gray-700">
          {wide ? t('narrativeWide', { tlp: rendition.tlp }) : t('narrativeNarrow')}
        </span>
      </Check>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          className="min-h-14 min-w-60 text-lg"
          isPending={decide.isPending}
          onPress={() => decide.send({ ...said, decision: 'approve', narrative, files: narrative ? [...files] : [] })}
        >
          {first ? t('approveFirst') : narrative ? t('approve') : t('approveFlash')}
        </Button>
        <Button look="secondary" className="min-h-14" isPending={decide.isPending} onPress={() => setEditing(true)}>
          {t('edit')}
        </Button>
        <Button look="secondary" className="min-h-14" isPending={decide.isPending} onPress={() => setRefusing(true)}>
          {t('refuse')}
        </Button>
      </div>
      <Dialogue title={t('refuse')} isOpen={refusing} onClose={() => setRefusing(false)}>
        {decide.error ? <ProblemNotice problem={decide.error} /> : null}
        <p className="mb-6">{t('refuseWhat')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="danger" isPending={decide.isPending} onPress={() => decide.send({ ...said, decision: 'refuse' })}>
            {t('refuseGo')}
          </Button>
          <Button look="secondary" onPress={() => setRefusing(false)}>
            {t('cancel')}
          </Button>
        </div>
      </Dialogue>
    </Card>
  );
}
