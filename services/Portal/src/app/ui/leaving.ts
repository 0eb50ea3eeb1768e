/** How long one who leaves waits for what is typed to be kept, in milliseconds. */
export const patience = 3_000;

/** Whether something would be lost by leaving now, though `keep` was tried; what takes longer than one waits counts as not kept. */
export async function wouldLose(unsaved: () => boolean, keep?: () => Promise<unknown>): Promise<boolean> {
  if (!unsaved() || !keep) return unsaved();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise(done => {
    timer = setTimeout(done, patience);
  });
  await Promise.race([keep().catch(() => undefined), waited]);
  clearTimeout(timer);
  return unsaved();
}
