/** The way of a text, as a reader follows it. What ends elsewhere ends in place of the last step it reached. */
export const way = ['received', 'classified', 'awaitingApproval', 'approved', 'released'] as const;
export const statuses = [...way, 'refused', 'blocked', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

export interface Step {
  status: Status;
  state: 'done' | 'now' | 'ahead';
}

export function statusOf(code: string): Status {
  return statuses.find(status => status === code) ?? 'received';
}

/** Refused and blocked stand where approval would have; withdrawn ends what was. */
export function stepsOf(code: string): readonly Step[] {
  const status = statusOf(code);
  if (status === 'withdrawn')
    return [
      { status: 'received', state: 'done' },
      { status, state: 'now' },
    ];
  const ended = status === 'refused' || status === 'blocked';
  const steps: readonly Status[] =
    status === 'refused' ? [...way.slice(0, 3), status] : status === 'blocked' ? [...way.slice(0, 2), status] : way;
  const at = steps.indexOf(status);
  return steps.map((step, n) => ({
    status: step,
    state: n < at || (n === at && status === 'released') ? 'done' : n === at || ended ? 'now' : 'ahead',
  }));
}

export function isOpen(code: string): boolean {
  return ['received', 'classified', 'awaitingApproval', 'approved'].includes(code);
}
