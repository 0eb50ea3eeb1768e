import type { Me } from './session/session';

/** The roles that shared/Hosting/SignIn knows. One person may have several. */
export const roles = [
  'operator',
  'manager',
  'observer',
  'secretariat',
  'liaison',
  'analyst',
  'approver',
  'controller',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];
export const everyone: readonly Role[] = roles;
/** The people of an operator: what it reports is theirs to read. */
export const operatorSide: readonly Role[] = ['operator', 'manager', 'observer'];
/** Who may hand in a report: an operator its own, the others what an operator told them. */
export const reporters: readonly Role[] = ['operator', 'secretariat', 'analyst'];

/** Who reads how channels stand; {@link channelKeepers} switch them. */
export const channelReaders: readonly Role[] = ['secretariat', 'liaison', 'analyst', 'approver', 'controller', 'administrator'];
export const channelKeepers: readonly Role[] = ['analyst', 'approver', 'administrator'];

/** The centre, which sees every drill. Only a controller plans and conducts them; each of these may stop them all. */
export const drillCentre: readonly Role[] = ['controller', 'analyst', 'approver'];
/** Who oversees drills: the centre all, the bodies on the way those of their CEPTOARs. */
export const drillOverseers: readonly Role[] = [...drillCentre, 'secretariat', 'liaison'];
/** Whose organisation may take part: they say whether it does, and fill in its sheets. */
export const drilled: readonly Role[] = ['operator', 'manager', 'secretariat', 'liaison'];

export function has(me: Me, ...any: readonly Role[]): boolean {
  return any.some(role => me.roles.includes(role));
}

/** Whether the person's organisation accepted the handling rules in force, without which it reads nothing that others shared. */
export function hasAccepted({ organisation }: Me): boolean {
  return organisation.handlingRulesVersion === organisation.currentHandlingRulesVersion;
}
