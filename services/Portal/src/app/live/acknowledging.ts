/** Over how long the receipts for what was caught up are spread, in milliseconds. */
export const catchUpSpread = 2_000;

/** Tells the hub what is delivered: what came live at once, what was caught up spread, and what could not be told once the line is back. */
export class Acknowledging {
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  readonly #tell: (advisoryId: string) => Promise<unknown>;

  constructor(tell: (advisoryId: string) => Promise<unknown>) {
    this.#tell = tell;
  }

  delivered(advisoryId: string, caughtUp: boolean): void {
    clearTimeout(this.#waiting.get(advisoryId));
    this.#waiting.set(advisoryId, caughtUp ? setTimeout(() => void this.#send(advisoryId), Math.random() * catchUpSpread) : undefined);
    if (!caughtUp) void this.#send(advisoryId);
  }

  /** The line is back: what the last one did not take is told on this one. */
  again(): void {
    for (const advisoryId of [...this.#waiting.keys()]) this.delivered(advisoryId, true);
  }

  stop(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  async #send(advisoryId: string): Promise<void> {
    try {
      await this.#tell(advisoryId);
      this.#waiting.delete(advisoryId);
    } catch {
      // the line broke: it waits for the next one
    }
  }
}
