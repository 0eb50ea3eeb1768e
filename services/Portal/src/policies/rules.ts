import type { Schemas } from '@/api/client';
import { has } from '@/app/roles';
import type { Me } from '@/app/session/session';

export type Policy = Schemas['PolicyView'];
export type Rule = Schemas['PolicyRule'];
export type Draft = Schemas['DraftPolicyCommand'];
export type Ceptoar = Schemas['ListCeptoarsView'];

export const levels = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const;
export type Level = (typeof levels)[number];
export const lists = ['signals', 'kinds', 'events', 'causes', 'serviceImpacts'] as const;

/** Whether one may write the policies of a scope, as PolicyScope.Keeps judges it. */
export function keeps(me: Me, scope: string, ceptoars: readonly Ceptoar[]): boolean {
  if (scope === 'national') return has(me, 'analyst', 'approver');
  if (!has(me, 'liaison', 'secretariat')) return false;
  if (scope.startsWith('ministry.')) return scope.slice(9) === me.organisation.id;
  return ceptoars.some(c => scope === `ceptoar.${c.code}` && c.secretariat.id === me.organisation.id);
}

/** The scopes there are: one for the nation, each ministry and each CEPTOAR. */
export function scopesOf(ceptoars: readonly Ceptoar[]): { ministries: { scope: string; name: string }[]; ceptoars: string[] } {
  const ministries = new Map(ceptoars.map(c => [c.ministry.id, c.ministry.name]));
  return {
    ministries: [...ministries].map(([id, name]) => ({ scope: `ministry.${id}`, name })),
    ceptoars: ceptoars.map(c => `ceptoar.${c.code}`),
  };
}

/** Less strict than a label: what a rule may be relaxed to. */
export function below(level: string): readonly Level[] {
  return levels.slice(levels.indexOf(level as Level) + 1);
}

/** Japan's wall clock as the field has it, as a moment. */
export function momentOf(local: string): string | null {
  return local ? new Date(`${local}:00+09:00`).toISOString() : null;
}

/** A version as the next one begins. */
export function copied(version: Policy | undefined, scope: string): Draft {
  return {
    // the built-in default is what holds until someone writes another one
    rules: (version?.rules ?? []).map(rule => ({
      id: rule.id,
      when: {
        signals: rule.when.signals ?? [],
        kinds: rule.when.kinds ?? [],
        events: rule.when.events ?? [],
        causes: rule.when.causes ?? [],
        serviceImpacts: rule.when.serviceImpacts ?? [],
      },
      tlp: rule.tlp ?? 'RED',
      raises: rule.raises,
      handling: rule.handling ?? [],
      ja: rule.ja,
      en: rule.en,
    })),
    relaxed: scope === 'national' ? [] : (version?.relaxed ?? []).map(({ rule, tlp }) => ({ rule, tlp: tlp ?? null })),
    note: '',
    effectiveFrom: null,
  };
}
