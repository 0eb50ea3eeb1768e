/** Words are found however they are written: half or full width, small or capital. */
function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Whether a text holds every word that was asked for; a space that only one of the two has does not part them. */
export function saysAll(text: string, asked: string | undefined): boolean {
  const said = folded(text).replace(/\s+/g, '');
  return folded(asked ?? '')
    .split(/\s+/)
    .every(word => said.includes(word));
}
