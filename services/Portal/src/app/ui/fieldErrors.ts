import { createContext, useContext } from 'react';

/**
 * What the hub said of each field, by its JSON path. It stays until the form is sent again: a line that goes as one leaves a field
 * would move the button from under the pointer.
 */
export const FieldErrors = createContext<Readonly<Record<string, readonly string[]>>>({});

export function useFieldError(name: string | undefined): string | undefined {
  const said = useContext(FieldErrors)[name ?? ''];
  return said && said.length > 0 ? said.join(' ') : undefined;
}
