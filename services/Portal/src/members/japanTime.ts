/** Japan has no summer time: its clock is nine hours ahead, always. */
const ahead = 9 * 3_600_000;

/** What a field for date and time shows of a moment: the clock in Japan, wherever the browser is. */
export function toField(moment: string): string {
  return new Date(new Date(moment).getTime() + ahead).toISOString().slice(0, 16);
}

/** The moment that such a field says; null while it is not filled in. */
export function ofField(field: string): string | null {
  // a browser reads more into a part of a date than was said
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field)) return null;
  const at = Date.parse(`${field}:00Z`);
  return Number.isNaN(at) ? null : new Date(at - ahead).toISOString();
}
