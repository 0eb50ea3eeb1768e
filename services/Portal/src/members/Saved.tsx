/** Says that something has arrived, to eyes and screen readers alike. */
export function Saved({ said }: { said: string }) {
  return (
    <p role="status" className={said ? 'my-3 rounded-lg border-2 border-green-900 bg-white p-3 font-bold text-green-1000' : ''}>
      {said ? `✓ ${said}` : ''}
    </p>
  );
}
