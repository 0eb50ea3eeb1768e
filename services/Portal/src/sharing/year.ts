/** The fiscal year in Japan of a moment: from April to March. */
export function fiscalYear(at: Date): number {
  const japan = new Date(at.getTime() + 9 * 3_600_000);
  return japan.getUTCMonth() >= 3 ? japan.getUTCFullYear() : japan.getUTCFullYear() - 1;
}

/** Its first and last month as the hub is asked for them; of the present one the last is the month that is. */
export function monthsOf(year: number, now: Date): { from: string; to: string } {
  const present = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 7);
  const last = `${year + 1}-03`;
  return { from: `${year}-04`, to: present < last && present >= `${year}-04` ? present : last };
}
