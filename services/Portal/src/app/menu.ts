import type { LinkProps } from '@tanstack/react-router';
import type { KeyOf } from './language';
import { everyone, has, type Role } from './roles';
import type { Me } from './session/session';
import type { texts } from './texts';

export interface MenuItem {
  to: NonNullable<LinkProps['to']>;
  /** A text of the namespace app. */
  text: KeyOf<(typeof texts)['ja']>;
  roles: readonly Role[];
  badge?: 'unread';
}

/** Who finds which page in the menu, in this order; the first one that a person has is where it comes in. */
export const menu: readonly MenuItem[] = [
  { to: '/inbox', text: 'pages.inbox', roles: everyone, badge: 'unread' },
  { to: '/system', text: 'pages.system', roles: ['administrator'] },
  { to: '/people', text: 'pages.people', roles: ['administrator', 'manager'] },
  { to: '/policies', text: 'pages.policies', roles: ['secretariat', 'liaison', 'analyst', 'approver', 'administrator', 'auditor'] },
  { to: '/audit', text: 'pages.audit', roles: ['auditor'] },
  { to: '/directory', text: 'pages.directory', roles: everyone },
  { to: '/account', text: 'pages.account', roles: everyone },
];

export function menuOf(me: Me): readonly MenuItem[] {
  return menu.filter(item => has(me, ...item.roles));
}
