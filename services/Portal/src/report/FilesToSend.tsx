import { type ChangeEvent, useState } from 'react';
import { useTexts } from '@/app/language';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { texts } from './texts';
import { inKilobytes, mostBytes, mostFiles } from './upload';

/** Files that go after the report. */
export function FilesToSend({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTexts(texts);
  return (
    <Card title={t('files')}>
      <FileChooser files={files} onChange={onChange} />
      <ul className="mt-3 flex flex-col gap-1">
        {files.map(file => (
          <li key={file.name} className="flex flex-wrap items-center gap-x-4">
            <span>
              {file.name}（{inKilobytes(file.size)}）
            </span>
            <Button
              look="quiet"
              aria-label={t('fileRemove', { name: file.name })}
              onPress={() => onChange(files.filter(other => other !== file))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function FileChooser({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTexts(texts);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    const fitting = chosen.filter(file => file.size <= mostBytes && !files.some(other => other.name === file.name));
    const all = [...files, ...fitting];
    setWrong([
      ...chosen.filter(file => file.size > mostBytes).map(file => t('fileTooLarge', { name: file.name })),
      ...(all.length > mostFiles ? [t('fileTooMany')] : []),
    ]);
    onChange(all.slice(0, mostFiles));
    event.target.value = '';
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="files" className="font-bold">
        {t('filesChoose')}
      </label>
      <p id="files-how" className="text-sm text-solid-gray-700">
        {t('filesHow')}
      </p>
      <input
        id="files"
        type="file"
        multiple
        aria-describedby="files-how"
        onChange={choose}
        className="min-h-11 w-full py-2 file:me-4 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-blue-900 file:bg-white file:px-4 file:font-bold file:text-blue-900"
      />
      <div role="status">
        {wrong.map(said => (
          <p key={said} className="text-red-900 before:content-['＊']">
            {said}
          </p>
        ))}
      </div>
    </div>
  );
}
