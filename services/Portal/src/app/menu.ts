import type { LinkProps } from '@tanstack/react-router';
import type { KeyOf } from './language';
import { channelReaders, drilled, drillOverseers, everyone, has, operatorSide, type Role } from './roles';
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
  { to: '/', text: 'pages.home', roles: operatorSide },
  { to: '/inbox', text: 'pages.inbox', roles: everyone, badge: 'unread' },
  { to: '/reports', text: 'pages.reports', roles: operatorSide },
  { to: '/reports/new', text: 'pages.reportOnBehalf', roles: ['secretariat', 'analyst'] },
  { to: '/situation', text: 'pages.situation', roles: ['analyst', 'approver'] },
  { to: '/triage', text: 'pages.triage', roles: ['analyst', 'approver'] },
  { to: '/drafts', text: 'pages.drafts', roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  { to: '/issued', text: 'pages.issued', roles: ['analyst', 'approver'] },
  { to: '/large-scale', text: 'pages.largeScale', roles: ['analyst', 'approver'] },
  { to: '/sharing-indicators', text: 'pages.sharing', roles: ['secretariat', 'analyst', 'approver', 'controller'] },
  { to: '/terms', text: 'pages.terms', roles: ['manager', 'analyst'] },
  { to: '/relay', text: 'pages.relay', roles: ['secretariat', 'liaison'] },
  { to: '/passage', text: 'pages.passage', roles: ['liaison'] },
  { to: '/drills', text: 'pages.drills', roles: [...drillOverseers, ...drilled] },
  { to: '/members', text: 'pages.members', roles: ['secretariat'] },
  { to: '/groups', text: 'pages.groups', roles: ['secretariat', 'liaison', 'analyst', 'controller', 'administrator'] },
  { to: '/organisation', text: 'pages.organisation', roles: ['manager', 'operator', 'secretariat'] },
  { to: '/system', text: 'pages.system', roles: ['administrator'] },
  { to: '/system/channels', text: 'pages.channels', roles: channelReaders },
  { to: '/people', text: 'pages.people', roles: ['administrator', 'manager'] },
  { to: '/policies', text: 'pages.policies', roles: ['secretariat', 'liaison', 'analyst', 'approver', 'administrator', 'auditor'] },
  { to: '/audit', text: 'pages.audit', roles: ['auditor'] },
  { to: '/directory', text: 'pages.directory', roles: everyone },
  { to: '/account', text: 'pages.account', roles: everyone },
];

export function menuOf(me: Me): readonly MenuItem[] {
  return menu.filter(item => has(me, ...item.roles));
}
