import type { Schemas } from '@/api/client';

export type Subscription = Schemas['GetSubscriptionView'];

/** What stands in the form: words one a line, and times of day as the browser's field has them, empty where there is none. */
export interface SubscriptionForm {
  enabled: boolean;
  sectors: readonly string[];
  kinds: readonly string[];
  severityFrom: string;
  products: string;
  keywords: string;
  quietFrom: string;
  quietUntil: string;
  mode: string;
  digestAt: string;
}

export function formOf(kept: Subscription): SubscriptionForm {
  return {
    enabled: kept.enabled,
    sectors: kept.sectors,
    kinds: kept.kinds,
    severityFrom: kept.severityFrom ?? '',
    products: kept.products.join('\n'),
    keywords: kept.keywords.join('\n'),
    quietFrom: kept.quietFrom ?? '',
    quietUntil: kept.quietUntil ?? '',
    mode: kept.mode,
    digestAt: kept.digestAt ?? '08:00',
  };
}

export function commandOf(form: SubscriptionForm): Schemas['ChangeSubscriptionCommand'] {
  return {
    enabled: form.enabled,
    sectors: [...form.sectors],
    kinds: [...form.kinds],
    severityFrom: form.severityFrom || null,
    products: lines(form.products),
    keywords: lines(form.keywords),
    quietFrom: form.quietFrom || null,
    quietUntil: form.quietUntil || null,
    urgentAlways: true,
    mode: form.mode,
    digestAt: form.mode === 'digest' ? form.digestAt || null : null,
  };
}

/** Each line that says something, once. */
export function lines(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ];
}
