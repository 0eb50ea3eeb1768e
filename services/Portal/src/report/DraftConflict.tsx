import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { useCodes } from '@/app/codes';
import { type KeyOf, useLanguage, useTexts } from '@/app/language';
import { Answered } from '@/app/ui/Answered';
import { TwoWrote } from '@/app/ui/TwoWrote';
import { groupsQuery } from '@/groups/groups';
import { nameOf } from './audience';
import { emptyReport, type Report, toField } from './form';
import { texts } from './texts';
import { draftsKey, type KeptDraft } from './useDraft';

/** What of a report a person fills in, by the name that the page gives it. */
const names = {
  kind: 'kind',
  title: 'what',
  body: 'body',
  requestedTlp: 'level',
  audience: 'audience',
  events: 'events',
  causes: 'causes',
  detectedAt: 'detectedAt',
  occurredAt: 'occurredAt',
  serviceImpact: 'serviceImpact',
  severity: 'severity',
  urgency: 'urgency',
  plainSummary: 'plainSummary',
  indicators: 'indicators',
  releaseMode: 'releaseMode',
  sourceVisibility: 'source',
  onwardConsent: 'onward',
  onBehalf: 'onBehalf.heading',
} as const satisfies Partial<Record<keyof Report, KeyOf<(typeof texts)['ja']>>>;
type Field = keyof typeof names;

/** A draft that was changed elsewhere: what the hub keeps beside what stands on this page. */
export function DraftConflict({
  id,
  mine,
  onTheirs,
  onMine,
}: {
  id: string;
  mine: Report;
  onTheirs: (kept: KeptDraft, text: Report) => void;
  onMine: (kept: KeptDraft) => void;
}) {
  const t = useTexts(texts);
  const said = useSaid();
  const query = useQuery({
    queryKey: [...draftsKey, id, 'newest'],
    queryFn: ({ signal }) => answer(api.GET('/api/report-drafts/{draftId}', { params: { path: { draftId: id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Answered query={query}>
      {kept => {
        const theirs: Report = { ...emptyReport('ja'), ...kept.report };
        const fields = (Object.keys(names) as Field[]).filter(field => said(field, theirs) !== said(field, mine));
        return (
          <TwoWrote
            differences={fields.map(field => ({ field: t(names[field]), theirs: said(field, theirs), mine: said(field, mine) }))}
            onTheirs={() => onTheirs(kept, theirs)}
            onMine={() => onMine(kept)}
          />
        );
      }}
    </Answered>
  );
}

/** What stands in an entry, in the words in which the page shows it. */
function useSaid(): (field: Field, report: Report) => string {
  const name = useCodes();
  const language = useLanguage();
  const groups = useQuery(groupsQuery).data ?? [];
  const lists = {
    kind: 'kinds',
    events: 'events',
    causes: 'causes',
    serviceImpact: 'serviceImpacts',
    severity: 'severities',
    urgency: 'urgencies',
    releaseMode: 'releaseModes',
    sourceVisibility: 'sourceVisibilities',
    onwardConsent: 'onwardPartners',
  } as const;
  return (field, report) => {
    if (field in lists) {
      const list = lists[field as keyof typeof lists];
      return [report[field as keyof typeof lists] ?? []]
        .flat()
        .map(code => name(list, code))
        .join('\n');
    }
    switch (field) {
      case 'requestedTlp':
        return report.requestedTlp ? `TLP:${report.requestedTlp}` : '';
      case 'audience':
        return (report.audience ?? [])
          .map(id => groups.find(group => group.id === id))
          .map(group => (group ? nameOf(group, language) : ''))
          .join('\n');
      case 'detectedAt':
      case 'occurredAt':
        return toField(report[field]).replace('T', ' ');
      case 'indicators':
        return (report.indicators ?? []).map(i => `${name('indicatorTypes', i.type ?? '')}: ${i.value ?? ''}`).join('\n');
      case 'onBehalf':
        return report.onBehalf ? [report.onBehalf.means, toField(report.onBehalf.toldAt).replace('T', ' ')].filter(Boolean).join(' ') : '';
      default:
        return String(report[field] ?? '');
    }
  };
}
