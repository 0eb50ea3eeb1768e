import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useLanguage, useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Answered } from '@/app/ui/Answered';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Dialogue } from '@/app/ui/Dialogue';
import { SaveFile } from '@/app/ui/SaveFile';
import { FileChooser } from '@/report/FilesToSend';
import { Uploads } from '@/report/Uploads';
import { inKilobytes } from '@/report/upload';
import { attachmentsQuery } from './reports';
import { texts } from './texts';

type Item = Schemas['ListAttachmentsItem'];

/** The files of a report: what came of the scan, and further ones. */
export function Attachments({ reportId, mayAdd }: { reportId: string; mayAdd: boolean }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const query = useQuery(attachmentsQuery(reportId));
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [removing, setRemoving] = useState<Item>();
  const remove = useWrite(
    (attachmentId: string, keyed) =>
      answer(api.DELETE('/api/reports/{id}/attachments/{attachmentId}', { params: { path: { id: reportId, attachmentId } }, ...keyed })),
    {
      onDone: () => {
        setRemoving(undefined);
        return queries.invalidateQueries({ queryKey: attachmentsQuery(reportId).queryKey });
      },
    },
  );
  const state = (item: Item) =>
    t(`attachmentState.${(['clean', 'infected', 'failed'] as const).find(known => known === item.state) ?? 'quarantined'}`);
  return (
    <Card title={t('attachments')}>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 && files.length === 0 ? (
            <p>{t('attachmentsNone')}</p>
          ) : (
            <ul className="mb-4 flex flex-col gap-2">
              {items.length > 0 ? <li className="text-sm text-solid-gray-700">{t('attachmentArchive')}</li> : null}
              {items.map(item => (
                <li key={item.id}>
                  <p className="flex flex-wrap items-center gap-x-4">
                    <span className="font-bold">{item.name}</span>
                    <span>
                      {inKilobytes(item.size)}・{state(item)}
                    </span>
                    <span className="not-printed flex flex-wrap">
                      <SaveFile
                        look="quiet"
                        path={`/api/reports/${reportId}/attachments/${item.id}`}
                        accept="*/*"
                        name={item.name}
                        label={t('attachmentGet', { name: item.name })}
                      />
                      {mayAdd ? (
                        <Button look="quiet" onPress={() => setRemoving(item)}>
                          {t('attachmentRemove', { name: item.name })}
                        </Button>
                      ) : null}
                    </span>
                  </p>
                  {item.held ? <p className="text-sm text-solid-gray-700">{item.held[language]}</p> : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {mayAdd ? (
        <div className="not-printed mt-4">
          <FileChooser files={files} onChange={setFiles} />
          <Uploads reportId={reportId} files={files} />
        </div>
      ) : null}
      <Dialogue title={t('remove')} isOpen={removing !== undefined} onClose={() => setRemoving(undefined)}>
        {remove.error ? <ProblemNotice problem={remove.error} /> : null}
        <p className="mb-4">{t('attachmentRemoveAsk', { name: removing?.name ?? '' })}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="danger" isPending={remove.isPending} onPress={() => removing && remove.send(removing.id)}>
            {t('remove')}
          </Button>
          <Button look="secondary" onPress={() => setRemoving(undefined)}>
            {t('keep')}
          </Button>
        </div>
      </Dialogue>
    </Card>
  );
}
