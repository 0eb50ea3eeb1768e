/**
 * One question to the hub for all hints that come together, at one random moment within their spread: were a moment drawn for each, the
 * first would count, and all readers would come early. What is more urgent draws anew within its own.
 */
export class Asking {
  readonly #touched = new Set<string>();
  #due: { timer: ReturnType<typeof setTimeout>; at: number; spreadMs: number } | undefined;
  readonly #refresh: (advisoryIds: readonly string[]) => void;

  constructor(refresh: (advisoryIds: readonly string[]) => void) {
    this.#refresh = refresh;
  }

  /** `spreadMs`: over how many milliseconds its readers spread; 0 asks at once. */
  hear(advisoryId: string, spreadMs: number): void {
    this.#touched.add(advisoryId);
    const due = this.#due;
    if (due && due.spreadMs <= spreadMs) return;
    if (due) clearTimeout(due.timer);
    const now = Date.now();
    const at = Math.min(due?.at ?? Number.POSITIVE_INFINITY, now + Math.random() * spreadMs);
    this.#due = { at, spreadMs, timer: setTimeout(() => this.#ask(), at - now) };
  }

  stop(): void {
    clearTimeout(this.#due?.timer);
  }

  #ask(): void {
    this.#due = undefined;
    const touched = [...this.#touched];
    this.#touched.clear();
    this.#refresh(touched);
  }
}
