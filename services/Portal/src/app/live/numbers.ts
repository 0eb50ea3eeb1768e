/**
 * The numbers heard of one mailbox. They have no gap, but what is urgent comes before smaller ones that still wait: so one catches up
 * from the last number before a gap, and a number counts as heard only by itself.
 */
export class Numbers {
  readonly #ahead = new Set<number>();
  #upTo: number;

  constructor(upTo: number) {
    this.#upTo = upTo;
  }

  /** The last number before a gap. */
  get upTo(): number {
    return this.#upTo;
  }

  /** False where it was heard before. */
  hear(number: number): boolean {
    if (number <= this.#upTo || this.#ahead.has(number)) return false;
    this.#ahead.add(number);
    while (this.#ahead.delete(this.#upTo + 1)) this.#upTo += 1;
    return true;
  }
}
