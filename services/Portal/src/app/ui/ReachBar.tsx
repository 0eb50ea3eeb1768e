/** How far something went of a whole, as a bar: the number beside it says the same in words. */
export function ReachBar({ part, whole, className = 'bg-blue-900' }: { part: number; whole: number; className?: string }) {
  const percent = whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
  return (
    <span aria-hidden="true" className="block h-2 w-full overflow-hidden rounded bg-solid-gray-200">
      <span className={`block h-full ${className}`} style={{ width: `${percent}%` }} />
    </span>
  );
}
