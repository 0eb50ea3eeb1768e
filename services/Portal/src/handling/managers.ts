/** Who may accept for an organisation, of those whom the person may see; the hub judges for itself. */
export function managersOf(people: readonly { roles: readonly string[]; state: string; name: string }[]): readonly string[] {
  return people.filter(person => person.state === 'active' && person.roles.includes('manager')).map(person => person.name);
}
