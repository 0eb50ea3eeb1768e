import { allOf } from '@/app/all';

export interface PassageSearch {
  /** More than the newest. */
  all?: true;
}

export const passageSearch = (search: Record<string, unknown>): PassageSearch => allOf(search);
