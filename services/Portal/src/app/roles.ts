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

export function has(me: Me, ...any: readonly Role[]): boolean {
  return any.some(role => me.roles.includes(role));
}
