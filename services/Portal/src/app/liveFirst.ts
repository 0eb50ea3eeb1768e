/** What is live before what belongs to a drill. */
export function liveFirst(a: { drill: boolean }, b: { drill: boolean }): number {
  return Number(a.drill) - Number(b.drill);
}
