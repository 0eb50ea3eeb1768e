import type { InboxSearch } from './search';

/** By what the hub looks for advisories in a mailbox. */
export interface InboxFilter {
  q?: string;
  kind?: string;
  tlp?: string;
  severity?: string;
  sector?: string;
  status?: string;
  open?: string;
}

const shown = { unread: { open: 'unopened' }, toConfirm: { open: 'unconfirmed' }, recalled: { status: 'recalled' } } as const;

/** What the address asks for, as the hub is asked for it; the same in whatever order it stands there. */
export function filterOf({ q, show, kind, tlp, severity, sector }: Omit<InboxSearch, 'q'> & { q?: string | undefined }): InboxFilter {
  const words = q?.trim().replace(/\s+/g, ' ');
  return {
    ...(words ? { q: words } : {}),
    ...(kind ? { kind } : {}),
    ...(tlp ? { tlp } : {}),
    ...(severity ? { severity } : {}),
    ...(sector ? { sector } : {}),
    ...(show ? shown[show] : {}),
  };
}
