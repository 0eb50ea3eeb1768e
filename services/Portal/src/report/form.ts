import type { Schemas } from '@/api/client';

/** A report as it is being written: the wire's own shape, so that a draft and what is handed in are the same. */
export type Report = Schemas['SubmitReportCommand'];

export type FollowUp = 'detectedAt' | 'occurredAt' | 'serviceImpact' | 'causes' | 'indicators' | 'severity' | 'plainSummary';

/** Kinds of case that a text and hints are there for; each but `sign` is known by its events and causes. */
export const categories = ['suspiciousMail', 'dos', 'malware', 'intrusion', 'leak', 'failure', 'sign'] as const;
export type Category = (typeof categories)[number];

export function emptyReport(language: string): Report {
  return {
    kind: 'incident',
    title: '',
    body: '',
    requestedTlp: 'AMBER',
    audience: [],
    language,
    stage: 'first',
    events: [],
    causes: [],
    indicators: [],
    detectedAt: null,
    occurredAt: null,
    serviceImpact: null,
    severity: null,
    urgency: 'normal',
    plainSummary: null,
    sourceVisibility: 'hidden',
    releaseMode: 'review',
    onwardConsent: [],
    onBehalf: null,
    exercise: null,
  };
}

/** What stands in the report that a new version is written of. */
export function followUpOf(view: Schemas['GetReportView'], ownVersion: boolean): Report {
  const file = view.report;
  return {
    ...emptyReport(file?.language ?? 'ja'),
    ...(file
      ? {
          kind: file.kind,
          title: file.title,
          body: file.body,
          audience: file.audience,
          events: file.events ?? [],
          causes: file.causes ?? [],
          indicators: (file.indicators ?? []).map(i => ({ type: i.type, value: i.value, role: i.role ?? 'unknown' })),
          detectedAt: file.detectedAt ?? null,
          occurredAt: file.occurredAt ?? null,
          serviceImpact: file.serviceImpact ?? null,
          severity: file.severity ?? null,
          urgency: file.urgency ?? 'normal',
          plainSummary: file.plainSummary ?? null,
          sourceVisibility: file.sourceVisibility,
          releaseMode: file.releaseMode,
          onwardConsent: file.onwardConsent ?? [],
          onBehalf:
            !ownVersion && view.onBehalf
              ? { organisationId: file.organisationId, means: view.onBehalf.means, toldAt: view.onBehalf.toldAt }
              : null,
        }
      : {}),
    requestedTlp: view.requestedTlp,
    stage: 'followUp',
    exercise: view.exercise,
  };
}

/** What kind of case it seems to be; undefined while nothing was said of it. */
export function categoryOf({ kind, events, causes }: Pick<Report, 'kind' | 'events' | 'causes'>): Category | undefined {
  const any = (list: readonly string[] | null | undefined, ...codes: string[]) => codes.some(code => list?.includes(code));
  if (any(causes, 'intentional.dos')) return 'dos';
  if (any(causes, 'intentional.suspiciousMail')) return 'suspiciousMail';
  if (any(events, 'leading.malware', 'leading.codeExecution') || any(causes, 'intentional.malware', 'accidental.suspiciousFile'))
    return 'malware';
  if (any(events, 'leading.intrusion') || any(causes, 'intentional.unauthorisedAccess', 'intentional.credentialAbuse')) return 'intrusion';
  if (any(events, 'confidentiality.leak', 'integrity.tampering')) return 'leak';
  if (any(events, 'availability.serviceDown')) return 'failure';
  return kind === 'sign' || any(events, 'precursor.sign') ? 'sign' : undefined;
}

/** What is worth asking next, the most useful to others first. */
export function followUps(report: Pick<Report, 'kind' | 'events' | 'causes'>): readonly FollowUp[] {
  const category = categoryOf(report);
  const attack = category === 'suspiciousMail' || category === 'malware' || category === 'intrusion' || category === 'sign';
  return [
    'detectedAt',
    ...(attack || category === 'dos' ? (['indicators'] as const) : []),
    ...(category === 'sign' ? [] : (['serviceImpact'] as const)),
    'causes',
    ...(category === 'leak' || category === 'failure' || category === 'dos' || category === 'intrusion' ? (['occurredAt'] as const) : []),
    'severity',
    ...(attack || category === 'dos' ? [] : (['indicators'] as const)),
    'plainSummary',
  ];
}

/** A code taken in or out; what is unknown stands alone. */
export function toggled(codes: readonly string[] | null | undefined, code: string): string[] {
  const now = codes ?? [];
  if (now.includes(code)) return now.filter(c => c !== code);
  return code === 'unknown' ? ['unknown'] : [...now.filter(c => c !== 'unknown'), code];
}

/** Codes and times are sent as they are, what is empty as unknown. */
export function toSend(report: Report): Report {
  const empty = (text: string | null | undefined) => (text?.trim() ? text : null);
  return {
    ...report,
    title: empty(report.title),
    body: empty(report.body),
    plainSummary: empty(report.plainSummary),
    indicators: (report.indicators ?? []).filter(i => i.value?.trim()),
  };
}

export function isEmpty(report: Report): boolean {
  return !report.title?.trim() && !report.body?.trim() && !report.plainSummary?.trim() && !report.indicators?.some(i => i.value?.trim());
}

const japan = 9 * 3_600_000;

/** A moment as a field for date and time shows it, in Japan time whatever the device's zone is. */
export function toField(at: string | null | undefined): string {
  return at ? new Date(new Date(at).getTime() + japan).toISOString().slice(0, 16) : '';
}

export function fromField(value: string): string | null {
  const at = new Date(`${value}Z`).getTime();
  return Number.isNaN(at) ? null : new Date(at - japan).toISOString();
}

/** The page's clock moves in steps, and no two clocks agree. */
const tolerance = 5;

/** Hours and minutes since then; undefined for what is not known or lies ahead. */
export function sinceThen(at: string | null | undefined, now: Date): { hours: number; minutes: number } | undefined {
  if (!at) return undefined;
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
  return minutes < -tolerance ? undefined : { hours: Math.floor(Math.max(0, minutes) / 60), minutes: Math.max(0, minutes) % 60 };
}

/** What a pasted line is: the type by its look, unknown ones as `other`. Brackets put in to make it harmless are taken out. */
export function indicatorOf(line: string): { type: string; value: string } {
  const value = line
    .trim()
    .replace(/^hxxp/i, 'http')
    .replaceAll(/\[(\.|:|@|:\/\/)\]/g, '$1')
    .replaceAll(/\[dot\]/gi, '.');
  const types: readonly (readonly [string, RegExp])[] = [
    ['cve', /^CVE-\d{4}-\d{4,}$/i],
    ['url', /^[a-z][a-z0-9+.-]*:\/\//i],
    ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
    ['sha256', /^[0-9a-f]{64}$/i],
    ['sha1', /^[0-9a-f]{40}$/i],
    ['md5', /^[0-9a-f]{32}$/i],
    ['asn', /^AS\d+$/i],
    ['ipv4', /^(\d{1,3}\.){3}\d{1,3}$/],
    ['ipv6', /^[0-9a-f]*:[0-9a-f:.]+$/i],
    ['fileName', /\.(exe|dll|js|vbs|ps1|lnk|zip|iso|docm?|xlsm?|pdf|bat|scr|hta|7z|rar)$/i],
    ['domain', /^([a-z0-9-]+\.)+[a-z]{2,}$/i],
  ];
  return { type: types.find(([, look]) => look.test(value))?.[0] ?? 'other', value };
}
