import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answer, api, type Schemas } from '@/api/client';
import { useWrite } from '@/api/write';
import { useTexts } from '@/app/language';
import { ProblemNotice } from '@/app/problems/ProblemNotice';
import { Button } from '@/app/ui/Button';
import { Card } from '@/app/ui/Card';
import { Mark } from '@/app/ui/marks';
import { Page } from '@/app/ui/Page';
import { Saved } from './Saved';
import { texts } from './texts';

type Report = Schemas['ImportOrganisationsReport'];

/** A directory from a file: always tried first, and all of it or nothing. */
export function ImportPage({ above, aside }: { above?: ReactNode; aside?: ReactNode }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const send = useWrite(
    async ({ dryRun }: { dryRun: boolean; name: string; changed: number }, keyed) =>
      answer(
        api.POST('/api/organisations/import', {
          params: { query: { dryRun } },
          body: (await file?.arrayBuffer()) as never,
          bodySerializer: (bytes: unknown) => bytes as ArrayBuffer,
          headers: { 'Content-Type': 'text/csv', ...keyed.headers },
        }),
      ),
    { onDone: report => (report.applied ? queries.invalidateQueries({ queryKey: ['organisations'] }) : undefined) },
  );
  const report = send.data;
  const ready = report?.dryRun && report.refused === 0 && report.added + report.changed > 0;
  const go = (dryRun: boolean) => file && send.send({ dryRun, name: file.name, changed: file.lastModified });
  return (
    <Page title={t('importTitle')} above={above} aside={<div className="flex flex-wrap gap-3">{aside}</div>}>
      <p className="mb-4">{t('importWhat')}</p>
      <details className="card mb-4">
        <summary className="min-h-11 content-center font-bold">{t('importForm')}</summary>
        <p className="my-2">{t('importRule')}</p>
        <code className="block text-sm">
          id,name,nameEn,kind,partnerOf,sectors,ceptoars,secondHop,prefecture,size,names,aliases,domains,cidrs,asns,systems,brands,vendors,sites,telephones,people
        </code>
      </details>
      <div className="card mb-4 flex flex-col gap-4">
        <label className="flex flex-col gap-1.5">
          <span className="font-bold">{t('file')}</span>
          <input
            type="file"
            accept=".csv,text/csv"
            className="min-h-11 w-full max-w-full rounded-lg border border-solid-gray-600 p-2"
            onChange={event => {
              send.reset();
              setFile(event.target.files?.[0]);
            }}
          />
        </label>
        <Button
          look={ready ? 'secondary' : 'primary'}
          className="self-start"
          isDisabled={!file}
          isPending={send.isPending}
          onPress={() => go(true)}
        >
          {t('dryRun')}
        </Button>
      </div>
      {send.error ? <ProblemNotice problem={send.error} /> : null}
      <Saved said={report?.applied ? t('applied') : ''} />
      {report ? <Result report={report} /> : null}
      {ready ? (
        <Button className="mt-4" isPending={send.isPending} onPress={() => go(false)}>
          {t('apply', { count: report.added + report.changed })}
        </Button>
      ) : null}
    </Page>
  );
}

function Result({ report }: { report: Report }) {
  const t = useTexts(texts);
  const outcomes = ['added', 'changed', 'unchanged', 'refused'] as const;
  return (
    <Card title={report.applied ? t('applied') : report.refused > 0 ? t('notApplied') : t('dryDone')}>
      <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-2 md:grid-cols-4">
        {outcomes.map(outcome => (
          <div key={outcome}>
            <dt>{t(`outcomes.${outcome}`)}</dt>
            <dd className="text-2xl font-bold">{report[outcome]}</dd>
          </div>
        ))}
      </dl>
      {report.lines.length === 0 ? <p>{t('nothingToApply')}</p> : null}
      <ul>
        {report.lines.map(line => (
          <li key={line.line} className="border-t border-solid-gray-300 py-2">
            <p className="flex flex-wrap items-center gap-x-3">
              <span>{t('line', { line: line.line })}</span>
              <Mark className={line.outcome === 'refused' ? 'border-red-1000 bg-white text-red-1000' : 'border-solid-gray-600 bg-white'}>
                {t(`outcomes.${outcomes.find(o => o === line.outcome) ?? 'refused'}`)}
              </Mark>
              <strong>{line.name}</strong>
            </p>
            {line.fields && line.fields.length > 0 ? (
              <p className="text-sm">
                {t('changes')}: {line.fields.join(', ')}
              </p>
            ) : null}
            <ul className="list-disc ps-6">
              {(line.errors ?? []).map(error => (
                <li key={error.field + error.message} className="text-red-900">
                  {error.message} <code className="text-sm text-solid-gray-700">{error.field}</code>
                </li>
              ))}
              {(line.warnings ?? []).map(warning => (
                <li key={warning.field + warning.message} className="text-orange-1000">
                  {warning.message} <code className="text-sm text-solid-gray-700">{warning.field}</code>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
