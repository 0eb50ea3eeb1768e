import { useSyncExternalStore } from 'react';

/** A value outside of React that components follow. */
export class Store<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(first: T) {
    this.#value = first;
  }

  get = (): T => this.#value;

  set = (next: T): void => {
    if (Object.is(next, this.#value)) return;
    this.#value = next;
    for (const hear of this.#listeners) hear();
  };

  subscribe = (hear: () => void): (() => void) => {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  };
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
