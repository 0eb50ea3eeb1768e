import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { auditSearch } from '@/audit/search';
import { organisationsSearch } from '@/directory/search';
import { campaignSearch, drillSearch, drillsSearch } from '@/drills/search';
import { draftsSearch, editorSearch } from '@/editor/search';
import { groupsSearch } from '@/groups/search';
import { inboxSearch } from '@/inbox/search';
import { issuedSearch } from '@/issued/search';
import { memberSearch, membersSearch } from '@/members/search';
import { passageSearch } from '@/passage/search';
import { peopleSearch } from '@/people/search';
import { relaySearch } from '@/relay/search';
import { reportSearch } from '@/report/search';
import { reportsSearch } from '@/reports/search';
import { sharingSearch } from '@/sharing/search';
import { situationSearch } from '@/situation/search';
import { triageSearch } from '@/triage/search';
import { Frame } from './Frame';
import { Home } from './Home';
import { NotFound } from './problems/NotFound';
import { channelReaders, drilled, drillOverseers, everyone, operatorSide, type Role, reporters } from './roles';
import { Loading } from './ui/Loading';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may come here; the API judges for itself. A page without it is open to everyone, signed in or not. */
    roles?: readonly Role[];
    /** It shows what others shared: the person's organisation accepts the handling rules first. */
    shared?: true;
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
  staticData: { roles: everyone, shared: true },
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('@/inbox/InboxPage'), 'InboxPage'),
});
const advisory = createRoute({
  getParentRoute: () => frame,
  path: '/advisories/$id',
  staticData: { roles: everyone, shared: true },
  component: lazyRouteComponent(() => import('@/advisory/AdvisoryPage'), 'AdvisoryPage'),
});

// an organisation's reports
const reports = createRoute({
  getParentRoute: () => frame,
  path: '/reports',
  staticData: { roles: operatorSide },
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('@/reports/ReportsPage'), 'ReportsPage'),
});
const newReport = createRoute({
  getParentRoute: () => frame,
  path: '/reports/new',
  staticData: { roles: reporters },
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('@/report/ReportPage'), 'ReportPage'),
});
const oneReport = createRoute({
  getParentRoute: () => frame,
  path: '/reports/$id',
  staticData: { roles: [...operatorSide, 'secretariat', 'liaison', 'analyst', 'approver'] },
  component: lazyRouteComponent(() => import('@/reports/OneReportPage'), 'OneReportPage'),
});
const approval = createRoute({
  getParentRoute: () => frame,
  path: '/reports/$id/approval',
  staticData: { roles: operatorSide },
  component: lazyRouteComponent(() => import('@/approval/ApprovalPage'), 'ApprovalPage'),
});

// relay, reach, members, groups
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
const faxSheet = createRoute({
  getParentRoute: () => frame,
  path: '/advisories/$id/sheet',
  staticData: { roles: everyone, shared: true },
  component: lazyRouteComponent(() => import('@/reach/FaxSheetPage'), 'FaxSheetPage'),
});
const relayDesk = createRoute({
  getParentRoute: () => frame,
  path: '/relay',
  staticData: { roles: ['secretariat', 'liaison'], shared: true },
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
  staticData: { roles: ['secretariat', 'liaison'], shared: true },
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
  staticData: { roles: ['secretariat'] },
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
const ownOrganisation = createRoute({
  getParentRoute: () => frame,
  path: '/organisation',
  staticData: { roles: ['manager', 'operator', 'secretariat', 'liaison'] },
  validateSearch: memberSearch,
  component: lazyRouteComponent(() => import('@/members/OwnPage'), 'OwnPage'),
});
const passage = createRoute({
  getParentRoute: () => frame,
  path: '/passage',
  staticData: { roles: ['liaison'], shared: true },
  validateSearch: passageSearch,
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

// the centre, and whoever writes advisories
const situation = createRoute({
  getParentRoute: () => frame,
  path: '/situation',
  staticData: { roles: ['analyst', 'approver'], shared: true },
  validateSearch: situationSearch,
  component: lazyRouteComponent(() => import('@/situation/SituationPage'), 'SituationPage'),
});
const triage = createRoute({
  getParentRoute: () => frame,
  path: '/triage',
  staticData: { roles: ['analyst', 'approver'] },
  validateSearch: triageSearch,
  component: lazyRouteComponent(() => import('@/triage/TriagePage'), 'TriagePage'),
});
const triaged = createRoute({
  getParentRoute: () => frame,
  path: '/triage/$id',
  staticData: { roles: ['analyst', 'approver'], shared: true },
  component: lazyRouteComponent(() => import('@/triage/TriagedPage'), 'TriagedPage'),
});
const drafts = createRoute({
  getParentRoute: () => frame,
  path: '/drafts',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  validateSearch: draftsSearch,
  component: lazyRouteComponent(() => import('@/editor/DraftsPage'), 'DraftsPage'),
});
const draft = createRoute({
  getParentRoute: () => frame,
  path: '/drafts/$id',
  staticData: { roles: ['secretariat', 'liaison', 'analyst', 'approver'] },
  validateSearch: editorSearch,
  component: lazyRouteComponent(() => import('@/editor/EditorPage'), 'EditorPage'),
});
const issued = createRoute({
  getParentRoute: () => frame,
  path: '/issued',
  staticData: { roles: ['analyst', 'approver'], shared: true },
  validateSearch: issuedSearch,
  component: lazyRouteComponent(() => import('@/issued/IssuedPage'), 'IssuedPage'),
});
const largeScale = createRoute({
  getParentRoute: () => frame,
  path: '/large-scale',
  staticData: { roles: ['analyst', 'approver'] },
  component: lazyRouteComponent(() => import('@/largescale/LargeScalePage'), 'LargeScalePage'),
});
const sharing = createRoute({
  getParentRoute: () => frame,
  path: '/sharing-indicators',
  staticData: { roles: ['secretariat', 'analyst', 'approver', 'controller'] },
  validateSearch: sharingSearch,
  component: lazyRouteComponent(() => import('@/sharing/SharingPage'), 'SharingPage'),
});
const terms = createRoute({
  getParentRoute: () => frame,
  path: '/terms',
  staticData: { roles: ['manager', 'analyst'] },
  component: lazyRouteComponent(() => import('@/terms/TermsPage'), 'TermsPage'),
});

// drills
const drills = createRoute({
  getParentRoute: () => frame,
  path: '/drills',
  staticData: { roles: [...drillOverseers, ...drilled] },
  validateSearch: drillsSearch,
  component: lazyRouteComponent(() => import('@/drills/DrillsPage'), 'DrillsPage'),
});
const newCampaign = createRoute({
  getParentRoute: () => frame,
  path: '/drills/campaigns/new',
  staticData: { roles: ['controller'] },
  component: lazyRouteComponent(() => import('@/drills/NewCampaignPage'), 'NewCampaignPage'),
});
const campaign = createRoute({
  getParentRoute: () => frame,
  path: '/drills/campaigns/$id',
  staticData: { roles: drillOverseers },
  validateSearch: campaignSearch,
  component: lazyRouteComponent(() => import('@/drills/CampaignPage'), 'CampaignPage'),
});
const campaignReport = createRoute({
  getParentRoute: () => frame,
  path: '/drills/campaigns/$id/report',
  staticData: { roles: drillOverseers },
  component: lazyRouteComponent(() => import('@/drills/CampaignReportPage'), 'CampaignReportPage'),
});
const drill = createRoute({
  getParentRoute: () => frame,
  path: '/drills/$id',
  staticData: { roles: drillOverseers },
  validateSearch: drillSearch,
  component: lazyRouteComponent(() => import('@/drills/DrillPage'), 'DrillPage'),
});
const drillReport = createRoute({
  getParentRoute: () => frame,
  path: '/drills/$id/report',
  staticData: { roles: drillOverseers },
  component: lazyRouteComponent(() => import('@/drills/DrillReportPage'), 'DrillReportPage'),
});
const drillSheet = createRoute({
  getParentRoute: () => frame,
  path: '/drills/$id/sheets/$kind',
  staticData: { roles: drilled },
  component: lazyRouteComponent(() => import('@/drills/SheetPage'), 'SheetPage'),
});

// directory, people, policies, system, audit, account
const centre: readonly Role[] = ['analyst', 'approver', 'controller', 'administrator', 'auditor'];
const peopleKeepers: readonly Role[] = ['administrator', 'manager'];
const policyKeepers: readonly Role[] = ['secretariat', 'liaison', 'analyst', 'approver'];
const ceptoarMap = createRoute({
  getParentRoute: () => frame,
  path: '/directory',
  staticData: { roles: everyone },
  component: lazyRouteComponent(() => import('@/directory/MapPage'), 'MapPage'),
});
const organisations = createRoute({
  getParentRoute: () => frame,
  path: '/directory/organisations',
  staticData: { roles: everyone },
  validateSearch: organisationsSearch,
  component: lazyRouteComponent(() => import('@/directory/OrganisationsPage'), 'OrganisationsPage'),
});
const newOrganisation = createRoute({
  getParentRoute: () => frame,
  path: '/directory/organisations/new',
  staticData: { roles: ['administrator'] },
  component: lazyRouteComponent(() => import('@/directory/NewOrganisationPage'), 'NewOrganisationPage'),
});
const directoryImport = createRoute({
  getParentRoute: () => frame,
  path: '/directory/import',
  staticData: { roles: ['administrator'] },
  component: lazyRouteComponent(() => import('@/directory/DirectoryImportPage'), 'DirectoryImportPage'),
});
const organisation = createRoute({
  getParentRoute: () => frame,
  path: '/directory/organisations/$id',
  staticData: { roles: everyone },
  validateSearch: (search: Record<string, unknown>): { change?: true; saved?: true } => ({
    ...(search.change ? { change: true } : {}),
    ...(search.saved ? { saved: true } : {}),
  }),
  component: lazyRouteComponent(() => import('@/directory/OrganisationPage'), 'OrganisationPage'),
});
const handlingRules = createRoute({
  getParentRoute: () => frame,
  path: '/directory/rules',
  staticData: { roles: everyone },
  component: lazyRouteComponent(() => import('@/directory/RulesPage'), 'RulesPage'),
});
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  staticData: { roles: peopleKeepers },
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('@/people/PeoplePage'), 'PeoplePage'),
});
const invite = createRoute({
  getParentRoute: () => frame,
  path: '/people/invite',
  staticData: { roles: peopleKeepers },
  validateSearch: (search: Record<string, unknown>): { organisation?: string } =>
    typeof search.organisation === 'string' ? { organisation: search.organisation } : {},
  component: lazyRouteComponent(() => import('@/people/InvitePage'), 'InvitePage'),
});
const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$id',
  staticData: { roles: peopleKeepers },
  validateSearch: (search: Record<string, unknown>): { done?: 'invited' | 'saved' | 'again' | 'reset' } => {
    const done = (['invited', 'saved', 'again', 'reset'] as const).find(what => what === search.done);
    return done ? { done } : {};
  },
  component: lazyRouteComponent(() => import('@/people/PersonPage'), 'PersonPage'),
});
const policies = createRoute({
  getParentRoute: () => frame,
  path: '/policies',
  staticData: { roles: [...policyKeepers, ...centre] },
  component: lazyRouteComponent(() => import('@/policies/PoliciesPage'), 'PoliciesPage'),
});
const policy = createRoute({
  getParentRoute: () => frame,
  path: '/policies/$scope',
  staticData: { roles: [...policyKeepers, ...centre] },
  validateSearch: (search: Record<string, unknown>): { done?: 'drafted' | 'approve' | 'reject' } => {
    const done = (['drafted', 'approve', 'reject'] as const).find(what => what === search.done);
    return done ? { done } : {};
  },
  component: lazyRouteComponent(() => import('@/policies/PolicyPage'), 'PolicyPage'),
});
const policyEdit = createRoute({
  getParentRoute: () => frame,
  path: '/policies/$scope/edit',
  staticData: { roles: policyKeepers },
  component: lazyRouteComponent(() => import('@/policies/PolicyEditPage'), 'PolicyEditPage'),
});
const system = createRoute({
  getParentRoute: () => frame,
  path: '/system',
  staticData: { roles: ['administrator'] },
  component: lazyRouteComponent(() => import('@/system/SystemPage'), 'SystemPage'),
});
const channels = createRoute({
  getParentRoute: () => frame,
  path: '/system/channels',
  staticData: { roles: channelReaders },
  component: lazyRouteComponent(() => import('@/channels/ChannelsPage'), 'ChannelsPage'),
});
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  staticData: { roles: ['auditor'] },
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('@/audit/AuditPage'), 'AuditPage'),
});
const chain = createRoute({
  getParentRoute: () => frame,
  path: '/audit/chain',
  staticData: { roles: ['auditor'] },
  component: lazyRouteComponent(() => import('@/audit/ChainPage'), 'ChainPage'),
});
const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  staticData: { roles: everyone },
  component: lazyRouteComponent(() => import('@/account/AccountPage'), 'AccountPage'),
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
      reports,
      newReport,
      oneReport,
      approval,
      reach,
      callSheet,
      faxSheet,
      relayDesk,
      relayRules,
      relay,
      members,
      memberImport,
      memberNew,
      member,
      ownOrganisation,
      passage,
      groups,
      groupNew,
      group,
      situation,
      triage,
      triaged,
      drafts,
      draft,
      issued,
      largeScale,
      sharing,
      terms,
      drills,
      newCampaign,
      campaign,
      campaignReport,
      drill,
      drillReport,
      drillSheet,
      ceptoarMap,
      organisations,
      newOrganisation,
      directoryImport,
      organisation,
      handlingRules,
      people,
      invite,
      person,
      policies,
      policy,
      policyEdit,
      system,
      channels,
      audit,
      chain,
      account,
    ]),
  ]),
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultPreload: 'intent',
  defaultErrorComponent: lazyRouteComponent(() => import('./problems/Broken'), 'Broken'),
  scrollRestoration: true,
});
