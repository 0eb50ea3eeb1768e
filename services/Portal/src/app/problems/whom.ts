export interface KnownDesk {
  name: string;
  nameEn: string;
  /** Of the body: secretariat, ministry or centre. */
  kind: string;
  telephone: string;
}

/** The desks of /desks.json; what is no desk is left out. */
export function publishedOf(said: unknown): readonly KnownDesk[] {
  const items = typeof said === 'object' && said !== null && 'items' in said && Array.isArray(said.items) ? said.items : [];
  return items.flatMap((item: unknown) => {
    const desk = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
    const [name, nameEn, kind, telephone] = [desk.name, desk.nameEn ?? desk.name, desk.kind, desk.telephone];
    return [name, nameEn, kind, telephone].every(text => typeof text === 'string') ? [{ name, nameEn, kind, telephone } as KnownDesk] : [];
  });
}

/** Each body once: of what both say of a kind, the hub's own word counts. */
export function whomToCall(known: readonly KnownDesk[], published: readonly KnownDesk[]): readonly KnownDesk[] {
  return [
    ...known,
    ...published.filter(desk => !known.some(other => other.name === desk.name || (desk.kind === 'centre' && other.kind === 'centre'))),
  ];
}
