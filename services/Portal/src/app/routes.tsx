import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { groupsSearch } from '@/groups/search';
import { inboxSearch } from '@/inbox/search';
import { memberSearch, membersSearch } from '@/members/search';
import { relaySearch } from '@/relay/search';
import { Frame } from './Frame';
import { Home } from './Home';
import { NotFound } from './problems/NotFound';
import { everyone, type Role } from './roles';
import { Loading } from './ui/Loading';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may come here; the API judges for itself. A page without it is open to everyone, signed in or not. */
    roles?: readonly Role[];
  }
  interface Register {
    router: typeof router;
  }
}

/*
 * Every page of the Portal. A page is loaded when someone comes to it. nginx serves the Portal for the paths that stand here: the
 * build reads them from this file, so each `path` is a plain string.
 */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

// open to who is not signed in
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import('./session/SignInPage'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./session/InvitationPage'), 'InvitationPage'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  component: lazyRouteComponent(() => import('./session/PasswordResetPage'), 'PasswordResetPage'),
});

// for who is signed in
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => frame, path: '/', staticData: { roles: everyone }, component: Home });
const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox',
  staticData: { roles: everyone },
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('@/inbox/InboxPage'), 'InboxPage'),
});
const advisory = createRoute({
  getParentRoute: () => frame,
  path: '/advisories/$id',
  staticData: { roles: everyone },
  component: lazyRouteComponent(() => import('@/advisory/AdvisoryPage'), 'AdvisoryPage'),
});
const reach = createRoute({
  getParentRoute: () => frame,
  path: '/advisories/$id/reach',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  component: lazyRouteComponent(() => import('@/reach/ReachPage'), 'ReachPage'),
});
const callSheet = createRoute({
  getParentRoute: () => frame,
  path: '/advisories/$id/call-sheet',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  component: lazyRouteComponent(() => import('@/reach/CallSheetPage'), 'CallSheetPage'),
});
const relayDesk = createRoute({
  getParentRoute: () => frame,
  path: '/relay',
  staticData: { roles: ['secretariat', 'liaison'] },
  validateSearch: relaySearch,
  component: lazyRouteComponent(() => import('@/relay/RelayDeskPage'), 'RelayDeskPage'),
});
const relayRules = createRoute({
  getParentRoute: () => frame,
  path: '/relay/rules',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  component: lazyRouteComponent(() => import('@/relay/RelayRulesPage'), 'RelayRulesPage'),
});
const relay = createRoute({
  getParentRoute: () => frame,
  path: '/relay/$id',
  staticData: { roles: ['secretariat', 'liaison'] },
  component: lazyRouteComponent(() => import('@/relay/RelayPage'), 'RelayPage'),
});
const members = createRoute({
  getParentRoute: () => frame,
  path: '/members',
  staticData: { roles: ['secretariat'] },
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import('@/members/MembersPage'), 'MembersPage'),
});
const memberImport = createRoute({
  getParentRoute: () => frame,
  path: '/members/import',
  staticData: { roles: ['secretariat', 'administrator'] },
  component: lazyRouteComponent(() => import('@/members/ImportPage'), 'ImportPage'),
});
const memberNew = createRoute({
  getParentRoute: () => frame,
  path: '/members/new',
  staticData: { roles: ['secretariat'] },
  component: lazyRouteComponent(() => import('@/members/NewMemberPage'), 'NewMemberPage'),
});
const member = createRoute({
  getParentRoute: () => frame,
  path: '/members/$id',
  staticData: { roles: ['secretariat', 'manager', 'operator', 'administrator'] },
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import('@/members/MemberPage'), 'MemberPage'),
});
const organisation = createRoute({
  getParentRoute: () => frame,
  path: '/organisation',
  staticData: { roles: ['manager', 'operator', 'secretariat', 'liaison'] },
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import('@/members/OwnPage'), 'OwnPage'),
});
const passage = createRoute({
  getParentRoute: () => frame,
  path: '/passage',
  staticData: { roles: ['liaison'] },
  component: lazyRouteComponent(() => import('@/passage/PassagePage'), 'PassagePage'),
});
const groups = createRoute({
  getParentRoute: () => frame,
  path: '/groups',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver', 'controller', 'administrator'] },
  validateSearch: groupsSearch,
  component: lazyRouteComponent(() => import('@/groups/GroupsPage'), 'GroupsPage'),
});
const groupNew = createRoute({
  getParentRoute: () => frame,
  path: '/groups/new',
  staticData: { roles: ['secretariat', 'analyst', 'administrator'] },
  component: lazyRouteComponent(() => import('@/groups/GroupPage'), 'NewGroupPage'),
});
const group = createRoute({
  getParentRoute: () => frame,
  path: '/groups/$id',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver', 'controller', 'administrator'] },
  component: lazyRouteComponent(() => import('@/groups/GroupPage'), 'GroupPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invitation,
    passwordReset,
    frame.addChildren([
      home,
      inbox,
      advisory,
      reach,
      callSheet,
      relayDesk,
      relayRules,
      relay,
      members,
      memberImport,
      memberNew,
      member,
      organisation,
      passage,
      groups,
      groupNew,
      group,
    ]),
  ]),
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultPreload: 'intent',
  defaultErrorComponent: lazyRouteComponent(() => import('./problems/Broken'), 'Broken'),
  scrollRestoration: true,
});
