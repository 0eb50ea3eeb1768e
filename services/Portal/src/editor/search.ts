import { allOf } from '@/app/all';

export interface EditorSearch {
  /** A new draft begins with this template. */
  template?: string;
  /** A correction of what is out is being written. */
  correct?: boolean;
}

export function editorSearch(search: Record<string, unknown>): EditorSearch {
  return {
    ...(typeof search.template === 'string' ? { template: search.template } : {}),
    ...(search.correct === true ? { correct: true } : {}),
  };
}

export interface DraftsSearch {
  /** More than the newest. */
  all?: true;
}

export const draftsSearch = (search: Record<string, unknown>): DraftsSearch => allOf(search);
