import type { Schemas } from '@/api/client';
import { taxonomy } from '@/api/taxonomy';
import type { Language } from '@/app/language';

export type Group = Schemas['ListGroupsView'];

/** Whose report it is, as far as its audience depends on it. */
export interface Reporter {
  /** Names of its CEPTOARs, as the groups have them. */
  ceptoars: readonly string[];
  ceptoarCodes: readonly string[];
  sectors: readonly string[];
  /** Then telling the one is telling the other. */
  secretariatIsMinistry: boolean;
}

const financial = ['banks', 'securities', 'life', 'general'];
const order = ['ceptoar', 'sector', 'financialCouncil', 'allCeptoars', 'council', 'ministries', 'centre'];

/** The groups that a reporter may name, the nearest first: its own, what they belong to, ministries and the centre. The hub judges for itself. */
export function groupsToName(groups: readonly Group[], reporter: Reporter): readonly Group[] {
  const sectors = reporter.sectors.flatMap(code => {
    const name = (taxonomy.sectors as Record<string, { ja: string }>)[code]?.ja;
    return name ? [`${name}分野`] : [];
  });
  const mayName = (group: Group) => {
    switch (group.kind) {
      case 'ceptoar':
        return reporter.ceptoars.includes(group.name);
      case 'sector':
        return sectors.includes(group.name);
      case 'financialCouncil':
        return reporter.ceptoarCodes.some(code => financial.includes(code));
      default:
        return true;
    }
  };
  const rank = (group: Group) => (order.includes(group.kind) ? order.indexOf(group.kind) : 1);
  return groups.filter(mayName).sort((a, b) => rank(a) - rank(b));
}

/** How many organisations: the number where it may be known, else its band: 10–49. */
export function sizeOf(group: Group, language: Language): string {
  if (group.members !== null) return String(group.members);
  const from = group.sizeBand.match(/^(\d+)\+$/)?.[1];
  if (from) return language === 'ja' ? `${from} 以上` : `${from} or more`;
  return group.sizeBand.replace('-', language === 'ja' ? '～' : '–');
}

export function nameOf(group: Group, language: Language): string {
  return language === 'en' && group.nameEn ? group.nameEn : group.name;
}
