import type { Schemas } from '@/api/client';
import { useTexts } from '@/app/language';
import { Card } from '@/app/ui/Card';
import { SaveFile } from '@/app/ui/SaveFile';
import { inKilobytes } from '@/report/upload';
import { texts } from './texts';

/** The files that go along with an advisory. */
export function Attachments({ advisoryId, files }: { advisoryId: string; files: readonly Schemas['AttachedFile'][] }) {
  const t = useTexts(texts);
  if (files.length === 0) return null;
  return (
    <Card title={t('files')}>
      <ul className="flex flex-col gap-2">
        {files.map(file => (
          <li key={file.id}>
            <span className="font-bold break-all">{file.name}</span>（{inKilobytes(file.size)}）
            <SaveFile
              look="quiet"
              path={`/api/advisories/${advisoryId}/attachments/${file.id}`}
              accept="*/*"
              name={file.name}
              label={t('download', { form: file.name })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
